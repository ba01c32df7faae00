/** One line, or one layer, of a chart. */
export interface Series {
  key: string;
  label: string;
  color: string;
  dash?: string;
}

export interface Row {
  at: number;
  [key: string]: number | null;
}

/** The data of a chart. The drawing and the table that can replace it both use it. */
export interface Chart {
  title: string;
  summary: string;
  kind: 'line' | 'area' | 'stacked';
  series: Series[];
  rows: Row[];
  format: (value: number) => string;
  /** The highest possible value. */
  most?: number;
}

/** True if the chart has anything to draw. */
export function hasValues({ rows, series }: Chart): boolean {
  return rows.some((row) => series.some(({ key }) => (row[key] ?? null) !== null));
}
