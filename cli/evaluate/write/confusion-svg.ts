import type { Matrix } from '../../../core/evaluation/task.ts';

const CELL = { width: 110, height: 44 };
const MARGIN = { left: 170, top: 76, right: 16, bottom: 16 };
/** Beyond this share of a row the colour is too dark for black text. */
const DARK = 0.55;

/** A confusion matrix as a picture: each cell as dark as its share of the row's truth. */
export function confusionSvg(title: string, { rows, columns, counts }: Matrix): string {
  const width = MARGIN.left + columns.length * CELL.width + MARGIN.right;
  const height = MARGIN.top + rows.length * CELL.height + MARGIN.bottom;
  const cells = rows.flatMap((_, row) =>
    columns.map((_, column) => cellSvg(row, column, counts[row] ?? [])),
  );
  const rowNames = rows.map((name, row) =>
    textSvg(MARGIN.left - 10, centre(MARGIN.top, row, CELL.height), name, 'end'),
  );
  const columnNames = columns.map((name, column) =>
    textSvg(centre(MARGIN.left, column, CELL.width), MARGIN.top - 14, name),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    textSvg(MARGIN.left, 24, `${title}: rows are the truth, columns the answer`, 'start'),
    ...columnNames,
    ...rowNames,
    ...cells,
    '</svg>\n',
  ].join('\n');
}

function cellSvg(row: number, column: number, counts: readonly number[]): string {
  const count = counts[column] ?? 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const share = total === 0 ? 0 : count / total;
  const [x, y] = [MARGIN.left + column * CELL.width, MARGIN.top + row * CELL.height];
  const box = `x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}"`;
  const ink = share > DARK ? '#fff' : '#111';
  return (
    `<rect ${box} fill="#1f5fa8" fill-opacity="${share.toFixed(3)}" stroke="#bbb"/>` +
    textSvg(x + CELL.width / 2, y + CELL.height / 2, String(count), 'middle', ink)
  );
}

function textSvg(x: number, y: number, text: string, anchor = 'middle', fill = '#111'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" dominant-baseline="middle" fill="${fill}">${escaped(text)}</text>`;
}

const centre = (from: number, at: number, size: number): number => from + at * size + size / 2;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
