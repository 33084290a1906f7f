/** What a command writes to: two streams, with colours and a moving line only where a person sits before them. */
import { COLORS, type Paint, PLAIN } from './paint.ts';

export interface Io {
  /** Results. Resolves when the stream can take more. */
  out(text: string): Promise<void>;
  /** Messages. */
  err(text: string): void;
  /** A line that the next one takes the place of; nothing where stderr is no terminal. */
  progress(line: string): void;
  readonly paint: Paint;
  /** The reader of stdout went away (`| head`): nobody sees what follows. */
  readonly isClosed: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** @see https://no-color.org */
export function processIo(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream, env: Env): Io {
  let isClosed = false;
  let hasProgress = false;
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      isClosed ||= stream === stdout;
    });
  const wipe = () => {
    if (hasProgress) stderr.write('\r\u001b[K');
    hasProgress = false;
  };
  return {
    async out(text) {
      wipe();
      if (isClosed || stdout.write(text)) return;
      await new Promise<void>((resolve) => {
        for (const event of ['drain', 'close', 'error']) stdout.once(event, () => resolve());
      });
    },
    err(text) {
      wipe();
      stderr.write(text);
    },
    progress(line) {
      if (!stderr.isTTY) return;
      stderr.write(`\r\u001b[K${line}`);
      hasProgress = line !== '';
    },
    paint: stdout.isTTY && !env.NO_COLOR ? COLORS : PLAIN,
    get isClosed() {
      return isClosed;
    },
  };
}
