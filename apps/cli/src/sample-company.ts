import { officeMoveFiles } from "@besunny/core/onboarding/contract";

/** The people, projects and files of the sample company. `sample/company.ts` holds the facts of its files. */
export const sampleWorkspace = "Marlowe & Finch";

export const people = [
  { role: "owner", name: "Clara Finch", email: "clara.finch@marlowe-finch.example" },
  { role: "member", name: "Jonas Weber", email: "jonas.weber@marlowe-finch.example" },
  { role: "viewer", name: "Priya Nair", email: "priya.nair@marlowe-finch.example" },
] as const;

export const projects = [
  {
    name: "The move",
    description: "From Gießerstraße 12 to Karl-Heine-Straße 85 in February 2026.",
    isRestricted: false,
    files: officeMoveFiles,
  },
  {
    name: "Finance",
    description: "Invoices, receipts and reports.",
    isRestricted: false,
    files: [
      "Invoice Umzug Krüger 2026-0217.pdf",
      "Invoice Elektro Brandt EB-1188.pdf",
      "Invoice Möbelwerk Saale RE-30455.docx",
      "Invoice Netzwerk Leipzig March 2026.html",
      "Receipt Baumarkt Süd.png",
      "Quarterly report Q1 2026.pdf",
    ],
  },
  {
    name: "Personnel",
    description: "What not everybody may see.",
    isRestricted: true,
    files: ["Salaries 2026.pdf"],
  },
];

/** In no project: every member of the workspace sees them. */
export const looseFiles = ["Remote work policy.docx", "Support tickets Q1 2026.csv"];
