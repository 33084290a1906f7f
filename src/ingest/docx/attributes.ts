/** The simple types of WordprocessingML, read from attribute values (ECMA-376 part 1, 22.9.2). */

/** An on/off value: an element without one is on. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

/** A whole number; undefined where there is none or it is not one. */
export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}
