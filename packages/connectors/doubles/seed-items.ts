import type { Service } from "./world";

export const ANA = "ana@harbour.example";
export const BEN = "ben@harbour.example";
export const CARLA = "carla@harbour.example";
export const DAVID = "david@partner.example";

export const people = [
  { address: ANA, name: "Ana Ferreira" },
  { address: BEN, name: "Ben Okafor" },
  { address: CARLA, name: "Carla Weiß" },
  { address: DAVID, name: "David Lindqvist" },
];

type Kind = "pdf" | "text" | "csv" | "html" | "markdown" | "doc" | "sheet" | "slides" | "form";
export type SeedFile = {
  drive: string;
  folder: string;
  name: string;
  kind: Kind;
  lines: string[];
  to?: string;
};

/** The drives of the seed, by the names that the rows below use. */
export const drives: {
  key: string;
  service: Service;
  kind: "own" | "shared" | "site";
  name: string;
  owner: string | null;
}[] = [
  { key: "g-own", service: "google", kind: "own", name: "My Drive", owner: ANA },
  { key: "g-team", service: "google", kind: "shared", name: "Harbour projects", owner: null },
  { key: "m-own", service: "microsoft", kind: "own", name: "OneDrive", owner: ANA },
  { key: "m-site", service: "microsoft", kind: "site", name: "Documents", owner: null },
  { key: "d-own", service: "dropbox", kind: "own", name: "Dropbox", owner: ANA },
];

const file = (
  drive: string,
  folder: string,
  name: string,
  kind: Kind,
  ...lines: string[]
): SeedFile => ({
  drive,
  folder,
  name,
  kind,
  lines,
});

/** Files of a small office: 32 of them, in five drives. */
export const files: SeedFile[] = [
  file(
    "g-own",
    "Invoices",
    "INV-2026-014 Seaforth.pdf",
    "pdf",
    "Invoice INV-2026-014",
    "Seaforth Supplies Ltd",
    "Total due: EUR 1,284.50",
    "Payable by 30 November 2026",
  ),
  file(
    "g-own",
    "Invoices",
    "INV-2026-015 Nordlicht.pdf",
    "pdf",
    "Invoice INV-2026-015",
    "Nordlicht GmbH",
    "Total due: EUR 8,930.00",
    "Payable by 14 December 2026",
  ),
  file(
    "g-own",
    "Invoices",
    "Open items.csv",
    "csv",
    "number,customer,amount,due",
    "INV-2026-014,Seaforth,1284.50,2026-11-30",
    "INV-2026-015,Nordlicht,8930.00,2026-12-14",
  ),
  file(
    "g-own",
    "Contracts",
    "Lease Quay 4.pdf",
    "pdf",
    "Lease agreement",
    "Premises: Quay 4, second floor",
    "Rent: EUR 2,150 a month",
    "Notice period: three months",
  ),
  file(
    "g-own",
    "Contracts",
    "Lease Quay 4, first amendment",
    "doc",
    "First amendment to the lease of Quay 4.",
    "The rent rises to EUR 2,240 from 1 January 2027.",
  ),
  file(
    "g-own",
    "",
    "Budget 2027",
    "sheet",
    "area,planned",
    "Rent,26880",
    "Travel,9000",
    "Software,14200",
  ),
  file("g-own", "", "Welcome survey", "form", "What brought you here?"),
  file(
    "g-own",
    "",
    "Notes on the move.md",
    "markdown",
    "# Move to Quay 4",
    "- Keys from the agent on 2 December",
    "- Carla orders the desks",
  ),
  file(
    "g-own",
    "Minutes",
    "Board 2026-10.html",
    "html",
    "<h1>Board meeting, October</h1>",
    "<p>The board approves the lease.</p>",
  ),
  file(
    "g-own",
    "Minutes",
    "Weekly 2026-10-26.txt",
    "text",
    "Present: Ana, Ben, Carla.",
    "Ben sends the offer to Nordlicht by Friday.",
  ),
  file(
    "g-team",
    "Quay 4",
    "Floor plan notes.txt",
    "text",
    "Twelve desks, two meeting rooms, one kitchen.",
  ),
  file(
    "g-team",
    "Quay 4",
    "Desk offer.pdf",
    "pdf",
    "Quote Q-881",
    "12 desks, oak",
    "Total: EUR 5,400.00",
  ),
  file(
    "g-team",
    "Quay 4",
    "Kick-off",
    "slides",
    "Moving to Quay 4",
    "Who does what until December",
  ),
  file(
    "g-team",
    "Nordlicht",
    "Statement of work.pdf",
    "pdf",
    "Statement of work",
    "Client: Nordlicht GmbH",
    "Start: 4 January 2027",
  ),
  file(
    "g-team",
    "Nordlicht",
    "Risks.csv",
    "csv",
    "risk,owner,state",
    "Late data,Ben,open",
    "Holidays,Carla,closed",
  ),
  file(
    "g-team",
    "Nordlicht",
    "Interview Lena Brandt.txt",
    "text",
    "Lena Brandt runs the warehouse of Nordlicht in Kiel.",
  ),
  file(
    "m-own",
    "Letters",
    "Letter to the tax office.txt",
    "text",
    "Dear Sir or Madam,",
    "we ask for a delay until 15 December 2026.",
  ),
  file(
    "m-own",
    "Letters",
    "Reply of the tax office.pdf",
    "pdf",
    "Tax office Hamburg",
    "The delay until 15 December 2026 is granted.",
  ),
  file(
    "m-own",
    "",
    "Travel policy.md",
    "markdown",
    "# Travel policy",
    "Trains before planes. Receipts within 14 days.",
  ),
  file(
    "m-own",
    "",
    "Expenses October.csv",
    "csv",
    "day,what,amount",
    "2026-10-05,Train to Kiel,58.90",
    "2026-10-06,Hotel Kiel,124.00",
  ),
  file(
    "m-site",
    "Policies",
    "Security policy.pdf",
    "pdf",
    "Security policy",
    "Laptops are encrypted.",
    "Lost devices are reported within one hour.",
  ),
  file(
    "m-site",
    "Policies",
    "Holiday calendar.csv",
    "csv",
    "day,name",
    "2026-12-25,Christmas",
    "2027-01-01,New Year",
  ),
  file(
    "m-site",
    "Offers",
    "Offer Nordlicht.pdf",
    "pdf",
    "Offer 2026-031",
    "Client: Nordlicht GmbH",
    "Total: EUR 41,000.00",
  ),
  file(
    "m-site",
    "Offers",
    "Price list.html",
    "html",
    "<h1>Price list</h1>",
    "<p>Day rate: EUR 960</p>",
  ),
  file(
    "m-site",
    "",
    "Onboarding.md",
    "markdown",
    "# First week",
    "1. Keys",
    "2. Laptop",
    "3. Lunch with the team",
  ),
  file(
    "d-own",
    "Photos and scans",
    "Receipt taxi.txt",
    "text",
    "Taxi Hamburg, EUR 23.40, 6 October 2026",
  ),
  file(
    "d-own",
    "Photos and scans",
    "Receipt hotel.pdf",
    "pdf",
    "Hotel Kieler Hof",
    "One night",
    "EUR 124.00",
  ),
  file(
    "d-own",
    "Freelancers",
    "Agreement Lindqvist.pdf",
    "pdf",
    "Freelance agreement",
    "David Lindqvist",
    "Day rate: EUR 720",
  ),
  file(
    "d-own",
    "Freelancers",
    "Timesheet Lindqvist.csv",
    "csv",
    "day,hours",
    "2026-10-12,8",
    "2026-10-13,7.5",
  ),
  file(
    "d-own",
    "",
    "Read me first.txt",
    "text",
    "Everything for the accountant is in Photos and scans.",
  ),
  file(
    "d-own",
    "",
    "Übergabe Müller.md",
    "markdown",
    "# Übergabe",
    "Herr Müller übernimmt ab Januar.",
  ),
  file(
    "d-own",
    "",
    "Warranty printer.html",
    "html",
    "<h1>Warranty</h1>",
    "<p>Two years from 3 March 2026.</p>",
  ),
];

/** Mails of two mailboxes: 16 of them. `pdf` names the attachment. */
export const mails: {
  to: string;
  from: string;
  thread: string;
  subject: string;
  text: string;
  labels?: string[];
  pdf?: string;
}[] = [
  {
    to: ANA,
    from: DAVID,
    thread: "t-offer",
    subject: "Offer for Nordlicht",
    text: "Ana, please find my figures attached.\r\nDavid",
    pdf: "Figures.pdf",
  },
  {
    to: ANA,
    from: BEN,
    thread: "t-offer",
    subject: "Re: Offer for Nordlicht",
    text: "I would add two days for the data.",
  },
  {
    to: ANA,
    from: CARLA,
    thread: "t-desks",
    subject: "Desks for Quay 4",
    text: "The oak ones come on 3 December.",
    labels: ["INBOX", "Label_quay"],
  },
  {
    to: ANA,
    from: "news@trade.example",
    thread: "t-news1",
    subject: "Trade news, week 44",
    text: "Freight rates fell by 3 percent.",
    labels: ["CATEGORY_UPDATES"],
  },
  {
    to: BEN,
    from: "news@trade.example",
    thread: "t-news2",
    subject: "Trade news, week 44",
    text: "Freight rates fell by 3 percent.",
    labels: ["CATEGORY_UPDATES"],
  },
  {
    to: ANA,
    from: "billing@seaforth.example",
    thread: "t-inv14",
    subject: "Invoice INV-2026-014",
    text: "Our invoice is attached.",
    pdf: "INV-2026-014.pdf",
  },
  {
    to: ANA,
    from: "agent@quays.example",
    thread: "t-keys",
    subject: "Keys for Quay 4",
    text: "You can fetch the keys on 2 December at nine.",
    labels: ["INBOX", "Label_quay"],
  },
  { to: ANA, from: BEN, thread: "t-lunch", subject: "Lunch?", text: "Thursday, the usual place?" },
  {
    to: ANA,
    from: CARLA,
    thread: "t-holiday",
    subject: "Urlaub im Dezember – Übergabe",
    text: "Ich bin vom 21. bis 31. Dezember weg.",
  },
  {
    to: BEN,
    from: ANA,
    thread: "t-nord",
    subject: "Nordlicht wants to start earlier",
    text: "Can we start on 14 December?",
  },
  {
    to: BEN,
    from: "lena@nordlicht.example",
    thread: "t-nord",
    subject: "Re: Nordlicht wants to start earlier",
    text: "The warehouse is closed until the 20th.",
  },
  {
    to: BEN,
    from: CARLA,
    thread: "t-laptop",
    subject: "Your laptop",
    text: "It arrived. It is on my desk.",
  },
  {
    to: ANA,
    from: "office@tax.example",
    thread: "t-tax",
    subject: "Delay granted",
    text: "The delay until 15 December 2026 is granted.",
  },
  {
    to: ANA,
    from: DAVID,
    thread: "t-hours",
    subject: "Hours in October",
    text: "15.5 hours. The sheet is in Dropbox.",
    labels: ["INBOX", "STARRED"],
  },
  {
    to: ANA,
    from: ANA,
    thread: "t-self",
    subject: "Remember the passport",
    text: "It ends in March.",
    labels: ["SENT"],
  },
  {
    to: BEN,
    from: DAVID,
    thread: "t-train",
    subject: "Train to Kiel",
    text: "I take the one at 8:12.",
  },
];

/** Events of two calendars: 12 of them, in days from the start of the world. */
export const events: {
  owner: string;
  title: string;
  day: number;
  hour: number;
  minutes: number;
  with?: string[];
  isPrivate?: boolean;
  series?: string;
  isAllDay?: boolean;
}[] = [
  {
    owner: ANA,
    title: "Weekly",
    day: 0,
    hour: 9,
    minutes: 30,
    with: [BEN, CARLA],
    series: "s-weekly",
  },
  {
    owner: ANA,
    title: "Weekly",
    day: 7,
    hour: 9,
    minutes: 30,
    with: [BEN, CARLA],
    series: "s-weekly",
  },
  {
    owner: ANA,
    title: "Weekly",
    day: 14,
    hour: 9,
    minutes: 30,
    with: [BEN, CARLA],
    series: "s-weekly",
  },
  {
    owner: ANA,
    title: "Nordlicht: statement of work",
    day: 2,
    hour: 14,
    minutes: 60,
    with: [BEN, DAVID],
  },
  { owner: ANA, title: "Dentist", day: 3, hour: 8, minutes: 45, isPrivate: true },
  { owner: ANA, title: "Keys for Quay 4", day: 30, hour: 9, minutes: 30, with: [CARLA] },
  { owner: ANA, title: "Office closed", day: 53, hour: 0, minutes: 1440, isAllDay: true },
  { owner: BEN, title: "Interview Lena Brandt", day: 4, hour: 11, minutes: 45 },
  { owner: BEN, title: "Train to Kiel", day: 5, hour: 8, minutes: 75 },
  { owner: BEN, title: "School play", day: 9, hour: 16, minutes: 90, isPrivate: true },
  { owner: BEN, title: "Offer review", day: 10, hour: 13, minutes: 30, with: [ANA] },
  { owner: BEN, title: "Budget 2027", day: 12, hour: 10, minutes: 60, with: [ANA, CARLA] },
];
