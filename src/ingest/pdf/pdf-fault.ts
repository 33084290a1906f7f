/** Takes the bytes of a PDF that a library refused and says why, in the same words for both readers. */

export interface PdfFault {
  readonly code: string;
  readonly message: string;
}

export function pdfFault(bytes: Uint8Array, needsPassword: boolean): PdfFault {
  if (needsPassword) return { code: 'pdf.encrypted', message: 'The file is protected by a password.' };
  if (declaresNoPages(bytes)) return { code: 'pdf.no-pages', message: 'The file has no pages.' };
  return { code: 'pdf.damaged', message: 'The file is damaged or is no PDF.' };
}

/** A page tree that is whole and empty; a file cut short or damaged can seem to have no pages too. */
function declaresNoPages(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  if (!text.startsWith('%PDF-') || /\/Type\s*\/Page\b/.test(text)) return false;
  return /\/Type\s*\/Pages\b[^>]*\/Count\s+0\b|\/Count\s+0\b[^>]*\/Type\s*\/Pages\b/.test(text);
}
