/** The facts that the sample files share. They are invented: the names and addresses belong to nobody. */
export const company = {
  name: "Marlowe & Finch Coffee Roasters GmbH",
  oldAddress: "Gießerstraße 12, 04229 Leipzig",
  newAddress: "Karl-Heine-Straße 85, 04229 Leipzig",
  landlord: "Kontorhaus Plagwitz Verwaltungs GmbH",
};

export const lease = [
  {
    heading: "1. Premises",
    clauses: [
      "1.1 The Landlord lets to the Tenant the office and roastery space on the second floor of the building at Karl-Heine-Straße 85, 04229 Leipzig, with a usable area of 412 square metres, together with six parking spaces in the courtyard numbered 11 to 16.",
      "1.2 The floor plan in Annex A is part of this Lease. Deviations of up to three per cent of the stated area do not entitle either party to a change of rent.",
      "1.3 The goods lift may be used on working days from 6:00 to 20:00. Loads above 1,000 kilograms must be announced to the caretaker one day before.",
    ],
  },
  {
    heading: "2. Permitted use",
    clauses: [
      "2.1 The premises may be used as offices, for the roasting and packing of coffee, and for tastings with up to thirty guests.",
      "2.2 The Tenant may operate one drum roaster with a capacity of at most 15 kilograms. The Tenant bears the cost of the exhaust filter and has it inspected once a year.",
      "2.3 Roasting is permitted on working days between 7:00 and 18:00 only.",
    ],
  },
  {
    heading: "3. Term",
    clauses: [
      "3.1 The Lease begins on 1 January 2026 and ends on 31 December 2027.",
      "3.2 It is extended by one year at a time unless one of the parties gives notice in writing by 30 June of the year in which it would end. To end the Lease on 31 December 2027, notice must therefore reach the other party by 30 June 2027.",
      "3.3 The Tenant may enter the premises for fitting out from 1 December 2025 without paying rent.",
    ],
  },
  {
    heading: "4. Rent and service charges",
    clauses: [
      "4.1 The monthly rent is €4,100.00 net, plus value added tax at the statutory rate. It covers the six parking spaces.",
      "4.2 In addition the Tenant pays €620.00 per month in advance for heating, water, waste and cleaning of common areas. The Landlord settles these charges by 30 September of the following year.",
      "4.3 Rent and charges are due on the third working day of each month. For late payment the Landlord may charge interest of five percentage points above the base rate.",
      "4.4 The rent does not change before 1 January 2028.",
    ],
  },
  {
    heading: "5. Deposit",
    clauses: [
      "5.1 The Tenant provides a deposit of €12,300.00, three months' net rent, by bank guarantee before the keys are handed over.",
      "5.2 The Landlord returns the guarantee within six months after the premises have been given back, less any claims that are undisputed.",
    ],
  },
  {
    heading: "6. Maintenance and repairs",
    clauses: [
      "6.1 The Landlord keeps the roof, the outer walls, the windows and the heating system in repair.",
      "6.2 The Tenant bears minor repairs of up to €250.00 each and €1,200.00 in a calendar year.",
      "6.3 Damage that threatens persons or the building must be reported at once by telephone and confirmed in writing within two days.",
    ],
  },
  {
    heading: "7. Alterations",
    clauses: [
      "7.1 Alterations that touch load-bearing walls, the electrical main distribution or the exhaust duct need the written consent of the Landlord.",
      "7.2 The Landlord consents to the electrical work described in Annex B, to be carried out by a registered firm.",
      "7.3 When the Lease ends the Tenant may leave the alterations of Annex B in place without restoring the former state.",
    ],
  },
  {
    heading: "8. Insurance and liability",
    clauses: [
      "8.1 The Tenant takes out liability insurance with a cover of at least €3,000,000 and proves it every January.",
      "8.2 The Landlord insures the building against fire, water and storm. Machines and stock of the Tenant are not covered.",
    ],
  },
  {
    heading: "9. Subletting",
    clauses: [
      "9.1 Subletting needs the Landlord's consent, which may be refused for good reason only. A shared tasting room with another roaster counts as subletting.",
    ],
  },
  {
    heading: "10. Handing over and giving back",
    clauses: [
      "10.1 The keys are handed over on 1 December 2025. A record of the state of the premises is signed by both parties.",
      "10.2 At the end of the Lease the premises are given back swept clean, with all twelve keys.",
    ],
  },
  {
    heading: "11. Final provisions",
    clauses: [
      "11.1 There are no oral side agreements. Changes must be made in writing and signed by both parties.",
      "11.2 Should a provision be invalid, the others remain in force. The place of jurisdiction is Leipzig.",
    ],
  },
];

export const amendment = [
  {
    heading: "1. Additional room",
    clauses: [
      "1.1 From 1 April 2026 the Landlord also lets to the Tenant the storage room K3 in the basement, with an area of 38 square metres.",
      "1.2 Green coffee may be stored there on pallets only, at least ten centimetres above the floor.",
    ],
  },
  {
    heading: "2. Change of rent",
    clauses: [
      "2.1 For the storage room the Tenant pays €240.00 net per month. The monthly rent under clause 4.1 of the Lease therefore rises from €4,100.00 to €4,340.00 net from 1 April 2026.",
      "2.2 The deposit under clause 5.1 remains unchanged.",
    ],
  },
  {
    heading: "3. Other terms",
    clauses: [
      "3.1 The storage room follows the term of the Lease and cannot be given notice on its own. The Lease still ends on 31 December 2027.",
      "3.2 All other terms of the Lease of 14 October 2025 remain in force.",
    ],
  },
];

export const invoices = {
  mover: {
    from: "Umzug Krüger GmbH",
    address: "Torgauer Straße 231, 04347 Leipzig",
    number: "2026-0217",
    date: "18 February 2026",
    due: "4 March 2026",
    iban: "DE89 3704 0044 0532 0130 00",
    lines: [
      [
        "Office move from Gießerstraße 12 to Karl-Heine-Straße 85, 14 and 15 February 2026",
        1,
        3650,
      ],
      ["Transport of the drum roaster with crane", 1, 890],
      ["Moving boxes, 120 pieces", 120, 3],
    ],
  },
  electrician: {
    from: "Elektro Brandt e.K.",
    address: "Lützner Straße 44, 04177 Leipzig",
    number: "EB-1188",
    date: "30 January 2026",
    due: "13 February 2026",
    iban: "DE75 5121 0800 1245 1261 99",
    lines: [
      ["Sub-distribution board with 32 A connection for the roaster", 1, 3480],
      ["Cabling for 14 desks, including sockets", 14, 195],
      ["Inspection and measurement record", 1, 1050],
    ],
  },
  furniture: {
    from: "Möbelwerk Saale GmbH",
    address: "Hansering 9, 06108 Halle (Saale)",
    number: "RE-30455",
    date: "9 February 2026",
    due: "11 March 2026",
    iban: "DE02 1203 0000 0000 2020 51",
    lines: [
      ["Height-adjustable desk, oak, 160 × 80 cm", 14, 560],
      ["Office chair Vela", 14, 120],
      ["Delivery and assembly", 1, 280],
    ],
  },
  internet: {
    from: "Netzwerk Leipzig Telekommunikation GmbH",
    address: "Prager Straße 118, 04317 Leipzig",
    number: "NL-2026-02-77310",
    date: "1 March 2026",
    due: "15 March 2026",
    iban: "DE27 1007 7777 0209 2997 00",
    lines: [
      ["Fibre connection 1,000 Mbit/s, March 2026", 1, 119],
      ["Set-up, once", 1, 271],
    ],
  },
} satisfies Record<string, Invoice>;

export type Invoice = {
  from: string;
  address: string;
  number: string;
  date: string;
  due: string;
  iban: string;
  lines: [description: string, quantity: number, netEach: number][];
};

/** Net, 19 % value added tax and gross of an invoice in euros. */
export function totalsOf({ lines }: Invoice) {
  const net = lines.reduce((sum, [, quantity, each]) => sum + quantity * each, 0);
  const tax = Math.round(net * 19) / 100;
  return { net, tax, gross: net + tax };
}

/** Euros as they are written in English. */
export function euros(amount: number): string {
  return `€${amount.toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
