"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Chart } from "@besunny/ui/charts/chart";
import { Avatar } from "@besunny/ui/display/avatar";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { StatTile } from "@besunny/ui/display/stat-tile";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useState } from "react";

import { tint } from "~/charts/tint";

import { Specimen } from "./specimen";

const names = [
  "Lease 2026",
  "INV-2201.pdf",
  "A very long name of a document that does not end where one would expect it to end.docx",
];

export function Lists() {
  const [count, setCount] = useState(1);
  const [loadedAt] = useState(() => Date.now());

  return (
    <>
      <Specimen name="Table">
        <Table label="Documents">
          <thead>
            <tr>
              <TableHead>Name</TableHead>
              <TableHead numeric>Pages</TableHead>
              <TableHead>Added</TableHead>
            </tr>
          </thead>
          <tbody>
            {names.map((name, position) => (
              <TableRow key={name}>
                <TableCell className="max-w-64 truncate">{name}</TableCell>
                <TableCell numeric>{(position + 1) * 1204}</TableCell>
                <TableCell>
                  <RelativeTime at={new Date(loadedAt - 3_600_000 * 10 ** position)} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </Specimen>
      <Specimen name="StatTile">
        <div className="grid w-full grid-cols-2 gap-3 md:grid-cols-4">
          <StatTile label="Received" value="1,204" note="in all workspaces" />
          <StatTile
            label="Failed"
            value="12"
            note="1 % of all that ended"
            trend={[0, 2, 1, 5, 4]}
            delta={{ text: "+20 %", meaning: "against the week before", tone: "bad" }}
            definition="Documents that came in this week and are failed now."
            action={<a href="/documents?status=failed">Failed: open the documents</a>}
          />
        </div>
      </Specimen>
      <Specimen name="Chart">
        <div className="w-full">
          <Chart
            title="Documents over time"
            definition="By the day they came in (UTC)."
            words={{
              view: "Documents over time: view",
              chart: "Chart",
              table: "Table",
              export: "Documents over time: download as CSV",
              nothing: "Nothing in this range",
            }}
            axisName="Day"
            rows={[3, 8, 0, 240].map((ready, place) => ({
              key: String(place + 1),
              name: `${place + 1} Mar`,
              values: { ready, failed: place },
            }))}
            series={[
              { key: "ready", name: "Ready", color: tint("--good"), stack: "all" },
              { key: "failed", name: "Failed", color: tint("--bad"), stack: "all" },
            ]}
            amount={(amount) => `${amount} documents`}
            numberText={String}
            onOpen={() => undefined}
          />
        </div>
      </Specimen>
      <Specimen name="Avatar">
        <Avatar name="Ada Lovelace" /> Ada Lovelace
      </Specimen>
      <Specimen name="LoadMore">
        <LoadMore
          label={`Load more (asked ${count} times)`}
          loading={count > 3}
          onLoad={() => setCount((before) => before + 1)}
        />
      </Specimen>
    </>
  );
}
