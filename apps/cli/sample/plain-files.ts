import sharp from "sharp";

import { company, euros, invoices, totalsOf } from "./company";

export function invoiceHtml(): string {
  const { internet } = invoices;
  const { net, tax, gross } = totalsOf(internet);
  const rows = internet.lines
    .map(
      ([description, quantity, each]) =>
        `<tr><td>${description}</td><td>${quantity}</td><td>${euros(quantity * each)}</td></tr>`,
    )
    .join("\n      ");
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Invoice ${internet.number}</title></head>
  <body>
    <p>${internet.from}, ${internet.address}</p>
    <p>To ${company.name.replace("&", "&amp;")}, ${company.newAddress}</p>
    <h1>Invoice ${internet.number}</h1>
    <p>Date: ${internet.date}. Payable by ${internet.due}.</p>
    <table>
      <tr><th>Description</th><th>Quantity</th><th>Net</th></tr>
      ${rows}
      <tr><td>Net</td><td></td><td>${euros(net)}</td></tr>
      <tr><td>VAT 19 %</td><td></td><td>${euros(tax)}</td></tr>
      <tr><th>Total</th><td></td><th>${euros(gross)}</th></tr>
    </table>
    <p>We debit ${euros(gross)} from your account. The contract runs for 24 months and then from month to month.</p>
  </body>
</html>
`;
}

export function quoteMail(quote: Buffer): string {
  const inventory = `Item,Pieces,Room in the new office,Fragile
Drum roaster 12 kg,1,Roastery,yes
Grinder,3,Roastery,yes
Espresso machine,2,Tasting room,yes
Desk,9,Office,no
Filing cabinet,6,Office,no
Pallet of green coffee,14,Packing,no
Packing table,4,Packing,no
`;
  return mail({
    from: "Rolf Krüger <rolf.krueger@umzug-krueger.example>",
    to: "Jonas Weber <jonas.weber@marlowe-finch.example>",
    date: "Thu, 08 Jan 2026 16:42:11 +0100",
    subject: "Quote for your move in February",
    body: `Dear Mr Weber,

thank you for showing us round on Tuesday. Attached you find our quote Q-26-014 over 4,900 euros net and the inventory
we took, for you to check. The crane for the roaster is included; a permit for closing the pavement on 14 February
takes the city ten days, so please let us know by 30 January at the latest.

Kind regards
Rolf Krüger
Umzug Krüger GmbH`,
    attachments: [
      { name: "Quote Q-26-014.pdf", type: "application/pdf", bytes: quote },
      { name: "inventory.csv", type: "text/csv", bytes: Buffer.from(inventory) },
    ],
  });
}

export function heatingMail(): string {
  return mail({
    from: "Friederike Aust <aust@kontorhaus-plagwitz.example>",
    to: "Clara Finch <clara.finch@marlowe-finch.example>",
    date: "Tue, 10 Mar 2026 09:15:40 +0100",
    subject: "Re: Heating in the tasting room",
    body: `Dear Ms Finch,

you are right, the heating is ours to repair (clause 6.1 of the lease). The engineer comes on Monday, 16 March,
between 8 and 10 o'clock. Until then you may use electric heaters at our expense; please note the meter reading.

As compensation we will credit 150 euros with the service charges of April.

With kind regards
Friederike Aust
Kontorhaus Plagwitz Verwaltungs GmbH

> Dear Ms Aust,
> since last Friday the radiators in the tasting room stay cold, and we had to cancel a course with 18 guests.
> Clara Finch`,
    attachments: [],
  });
}

type Mail = {
  from: string;
  to: string;
  date: string;
  subject: string;
  body: string;
  attachments: { name: string; type: string; bytes: Buffer }[];
};

function mail({ from, to, date, subject, body, attachments }: Mail): string {
  const head = [
    `From: ${encoded(from)}`,
    `To: ${to}`,
    `Date: ${date}`,
    `Subject: ${subject}`,
    `Message-ID: <${subject.length}.${date.length}.sample@marlowe-finch.example>`,
    "MIME-Version: 1.0",
  ];
  const words = [
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    base64(Buffer.from(body)),
  ];
  if (attachments.length === 0) return [...head, ...words, ""].join("\r\n");

  const boundary = "=_sample_boundary";
  const parts = attachments.map(({ name, type, bytes }) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      "Content-Transfer-Encoding: base64",
      "",
      base64(bytes),
    ].join("\r\n"),
  );
  return [
    ...head,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    ...words,
    ...parts,
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

function encoded(address: string): string {
  const [, name = "", rest = ""] = address.match(/^(.*?) (<.*>)$/) ?? [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII must be encoded in a header.
  return /^[\x00-\x7f]*$/.test(name)
    ? address
    : `=?utf-8?B?${Buffer.from(name).toString("base64")}?= ${rest}`;
}

function base64(bytes: Buffer): string {
  return (bytes.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n");
}

/** A till receipt as a phone sees it: a little crooked, grey and grainy. */
export async function receiptPng(): Promise<Buffer> {
  const lines = [
    "BAUMARKT SÜD",
    "Richard-Lehmann-Str. 60, 04275 Leipzig",
    "",
    "Wall paint white 10 l      2 x 24.99    49.98",
    "Paint roller set                        12.50",
    "Masking tape               3 x  2.99     8.97",
    "Dust sheet                 4 x  4.00    16.00",
    "",
    "TOTAL EUR                               87.45",
    "incl. 19 % VAT                          13.96",
    "Paid by card",
    "",
    "11.02.2026  17:38   Till 4   Receipt 5512",
  ];
  const rows = lines
    .map(
      (words, index) => `<text x="40" y="${90 + index * 46}" xml:space="preserve">${words}</text>`,
    )
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="760"><rect width="100%" height="100%" fill="#f4f2ec"/><g font-family="DejaVu Sans Mono, monospace" font-size="30" fill="#222">${rows}</g></svg>`;
  const grain = await sharp({
    create: {
      width: 1240,
      height: 760,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 10 },
    },
  })
    .png()
    .toBuffer();
  const paper = await sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: "soft-light" }])
    .png()
    .toBuffer();
  return sharp(paper)
    .rotate(1.4, { background: "#d8d5cc" })
    .greyscale()
    .png({ palette: true, colours: 32 })
    .toBuffer();
}

export function letterRtf(): string {
  const paragraphs = [
    `${company.name}\\line ${company.oldAddress}`,
    "Hausverwaltung Lindner KG\\line Zschochersche Straße 28, 04229 Leipzig",
    "Leipzig, 27 August 2025",
    "{\\b Notice of the lease of Gießerstraße 12}",
    "Dear Ms Lindner,",
    "we hereby give notice of the lease of 1 March 2017 for the premises at Gießerstraße 12, 04229 Leipzig, with effect from 28 February 2026. The period of six months is observed.",
    "Please confirm the notice in writing and propose a date for handing back the eight keys. We ask you to return our deposit of €7,200 to the account you know.",
    "Yours sincerely",
    "Clara Finch, managing director",
  ];
  const body = paragraphs.map((words) => `${escaped(words)}\\par\\par`).join("\n");
  return `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Helvetica;}}\\f0\\fs22\n${body}\n}`;
}

function escaped(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RTF is ASCII; the rest is written as numbers.
  return words.replace(/[^\x00-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0)}?`);
}

export const projectPlan = `# Project plan: the move to Karl-Heine-Straße 85

Lead: Jonas Weber. Sponsor: Clara Finch. Budget: €24,500 net.

## Goals

- Move fourteen people and the roastery in one weekend, 14 and 15 February 2026.
- Lose no more than five days of roasting.
- Stay within the budget.

## Milestones

| Milestone | Date | Who | State |
|---|---|---|---|
| Lease signed | 14 October 2025 | Clara Finch | done |
| Keys received | 1 December 2025 | Clara Finch | done |
| Electrical work finished | 30 January 2026 | Elektro Brandt | done |
| Furniture delivered | 9 February 2026 | Möbelwerk Saale | done |
| Move | 14 February 2026 | Umzug Krüger | done |
| Old office handed back | 28 February 2026 | Clara Finch | done |
| Exhaust filter inspected | 15 October 2026 | Mei Tanaka | open |
| Decide on extending the lease | 31 May 2027 | Clara Finch | open |

## Risks

1. **The crane needs a permit.** The city takes ten days. *Answer:* apply by 30 January.
2. **The 32 A connection is late.** *Answer:* roast 600 kilograms in advance.
3. **Internet is not there on day one.** *Answer:* two mobile routers, borrowed.

## Lessons

The furniture cost €300 more than planned, the mover €300 less. Next time the reserve can be smaller.
`;

export const transcript = `Transcript of the weekly meeting, 2 March 2026, 10:00 to 10:18

[10:00:05] Clara Finch: Good morning. Three points today: the storage room, the heating, and the house-warming.
[10:00:19] Clara Finch: Kontorhaus Plagwitz offers us the storage room K3 in the basement, thirty-eight square metres for two hundred and forty euros a month.
[10:00:41] Mei Tanaka: We pay three hundred and ninety in Markkleeberg now, and I drive there twice a week. I would take it at once.
[10:01:10] Jonas Weber: Is it dry? Green coffee does not forgive a damp floor.
[10:01:22] Mei Tanaka: I measured fifty-two per cent humidity on Friday. On pallets that is fine.
[10:01:40] Clara Finch: Then I sign the amendment tomorrow, from the first of April. Mei, please give notice for Markkleeberg by the fifteenth.
[10:02:02] Mei Tanaka: I will do that.
[10:03:15] Tomasz Król: The radiators in the tasting room have gone cold. We have a course with eighteen guests on Saturday.
[10:03:40] Clara Finch: I will write to Ms Aust. If it is not repaired by Friday we cancel the course and give the money back.
[10:05:02] Priya Nair: That would be eighteen times sixty-five euros, eleven hundred and seventy.
[10:06:30] Jonas Weber: The house-warming is on the twenty-seventh of March at five. So far forty-one people have said yes.
[10:07:05] Jonas Weber: The lease allows thirty guests for tastings. I asked; for a party it is no problem.
[10:09:48] Clara Finch: Good. Tomasz orders the catering, at most nine hundred euros.
[10:10:02] Tomasz Król: Agreed.
[10:17:30] Clara Finch: Thank you all. Next week at ten.
`;

export const ticketsCsv = `Ticket,Opened,Closed,Customer,Subject,Priority,State
T-2041,2026-02-16,2026-02-17,Café Morgenrot,Delivery went to the old address,high,closed
T-2042,2026-02-17,2026-02-19,Online shop,Order 88120 arrived without invoice,normal,closed
T-2044,2026-02-18,2026-02-18,Hotel Elsterblick,Grind too coarse for the machine,normal,closed
T-2047,2026-02-20,,Online shop,Gift voucher is not accepted at checkout,high,open
T-2051,2026-02-24,2026-02-26,Bürogemeinschaft West,Wants invoices by the tenth of the month,low,closed
T-2053,2026-02-27,2026-03-03,Café Morgenrot,Two bags of Huila were torn,high,closed
T-2058,2026-03-05,,Kantine Südplatz,Asks for a price for 60 kg a month,normal,open
T-2060,2026-03-07,2026-03-09,Course guests,Refund for the cancelled course on 7 March,high,closed
T-2063,2026-03-11,2026-03-12,Hotel Elsterblick,Machine shows descaling error,normal,closed
T-2069,2026-03-19,,Online shop,Tracking link leads to an empty page,normal,open
`;
