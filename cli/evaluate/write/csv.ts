/** What spreadsheets would run as a formula when it begins a cell. */
const FORMULA = /^[=+\-@\t\r]/;

/** A line of CSV (RFC 4180); text that a spreadsheet would run is quoted with an apostrophe. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
