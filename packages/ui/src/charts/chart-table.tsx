import type { MouseEvent, ReactNode } from "react";

import { Table, TableCell, TableHead, TableRow } from "../layout/table";
import {
  amountIn,
  type ChartColumn,
  type ChartRow,
  type ChartSeries,
  type PlaceOf,
} from "./chart-data";

/** Shows the amounts of a chart as a table. Amounts above zero lead to what is behind them. */
export function ChartTable({
  title,
  axisName,
  rows,
  series,
  columns,
  numberText,
  placeOf,
  onOpen,
}: {
  title: string;
  axisName: string;
  rows: readonly ChartRow[];
  series: readonly ChartSeries[];
  columns: readonly ChartColumn[];
  numberText: (value: number) => string;
  placeOf?: PlaceOf | undefined;
  onOpen: (href: string) => void;
}) {
  return (
    <Table label={title}>
      <thead>
        <tr>
          <TableHead>{axisName}</TableHead>
          {series.map(({ key, name }) => (
            <TableHead key={key} numeric>
              {name}
            </TableHead>
          ))}
          {columns.map(({ name, numeric = false }) => (
            <TableHead key={name} numeric={numeric}>
              {name}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.key}>
            <TableCell className="whitespace-nowrap">{row.name}</TableCell>
            {series.map((each) => {
              const amount = amountIn(row, each);
              const href = amount > 0 ? placeOf?.(row, each) : null;
              return (
                <TableCell key={each.key} numeric className={amount === 0 ? "text-n11" : undefined}>
                  <Linked href={href} onOpen={onOpen}>
                    {numberText(amount)}
                  </Linked>
                </TableCell>
              );
            })}
            {columns.map(({ name, numeric = false, text, show = text }) => (
              <TableCell key={name} numeric={numeric} className="text-n11">
                {show(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** A plain click is left to the app's router; one with a modifier opens a tab, as links do. */
function Linked({
  href,
  onOpen,
  children,
}: {
  href: string | null | undefined;
  onOpen: (href: string) => void;
  children: ReactNode;
}) {
  if (!href) return children;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(href);
  };
  return (
    <a href={href} onClick={follow} className="underline underline-offset-2">
      {children}
    </a>
  );
}
