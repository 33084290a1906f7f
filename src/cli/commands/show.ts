/** `nianbao show ID|PATH`: one report of a database, as a page or as the record. */
import { openStore } from '../../store/store.ts';
import { type Context, WrongUse } from '../context.ts';
import { type ExitStatus, exitStatusOf } from '../exit-status.ts';
import { renderPage } from '../page/render-page.ts';

export async function showCommand(
  idOrPath: string,
  { db, json }: { readonly db: string; readonly json: boolean },
  { io, messages }: Context,
): Promise<ExitStatus> {
  const store = openStore(db, { readOnly: true });
  try {
    const id = store.findByIdOrPath(idOrPath);
    const record = id === undefined ? undefined : store.read(id);
    if (!record) throw new WrongUse(messages.unknownReport(idOrPath));
    await io.out(json ? `${JSON.stringify(record)}\n` : renderPage(record, messages, io.paint));
    return exitStatusOf(record);
  } finally {
    store.close();
  }
}
