import type { TypeDefinition } from "@besunny/ai/ai";

/**
 * The types of a new workspace. Local models read the name, the definition and the examples. So a definition says what such a document
 * holds, in the words of the document itself.
 */
export const taxonomy: readonly TypeDefinition[] = [
  {
    name: "invoice",
    definition:
      "A bill from a seller that asks a buyer to pay for goods or services, with an invoice number, line items, tax and a total due.",
    examples: [
      "Invoice No. 2024-118. Bill to: Harbour Foods Ltd. Amount due: EUR 1,240.00, payable within 30 days.",
      "Tax invoice for consulting services in March, 12 hours at 95.00, VAT 20 %, total 1,368.00.",
    ],
  },
  {
    name: "receipt",
    definition:
      "Proof that something has been paid: a till slip or payment confirmation with items, the amount paid, cash or card and the time.",
    examples: [
      "Thank you for your purchase. 2 x coffee 5.60, total 5.60, VISA **** 1234, 14:32.",
      "Payment received: USD 49.00 for your subscription, paid by card, receipt 88213.",
    ],
  },
  {
    name: "purchase order",
    definition:
      "A buyer's order to a supplier to deliver listed items at agreed prices, with a purchase order number, quantities, delivery date and ship-to address.",
    examples: [
      "Purchase Order PO-5521. Please supply 40 office chairs, unit price 89.00, deliver by 3 May.",
      "PO number 70034, vendor: Alder Metals, ship to: Warehouse 2, requested delivery 12 June.",
    ],
  },
  {
    name: "quote",
    definition:
      "A seller's offer or estimate of price for work or goods that has not been ordered yet, usually valid until a date.",
    examples: [
      "Quotation Q-311: we are pleased to offer the installation for 4,800.00, valid for 30 days.",
      "Estimate for kitchen renovation: materials 3,200, labour 2,900, subject to acceptance.",
    ],
  },
  {
    name: "contract",
    definition:
      "A binding agreement between parties that sets out obligations, term, payment, liability, termination and governing law in numbered clauses.",
    examples: [
      "This Services Agreement is entered into by and between Northwind Inc. and Oak Partners LLP. WHEREAS the parties wish...",
      "The tenant shall pay the rent monthly in advance. This lease is governed by the laws of England.",
    ],
  },
  {
    name: "amendment",
    definition:
      "A document that changes an earlier agreement: it names the original agreement and replaces, adds or extends some of its terms.",
    examples: [
      "First Amendment to the Supply Agreement dated 4 May 2020. Section 3.2 is hereby amended and restated as follows.",
      "Addendum No. 2: the term is extended to 31 December; all other terms remain in full force and effect.",
    ],
  },
  {
    name: "non-disclosure agreement",
    definition:
      "An agreement by which parties keep confidential information secret and use it only for a stated purpose; also called NDA or confidentiality agreement.",
    examples: [
      "Mutual Non-Disclosure Agreement. The Receiving Party shall hold the Confidential Information in strict confidence.",
      "Confidentiality undertaking: the Disclosing Party may share trade secrets for evaluating a possible transaction.",
    ],
  },
  {
    name: "letter",
    definition:
      "Formal correspondence on paper from one person or organisation to another, with a date, an address, a salutation and a signed closing.",
    examples: [
      "Dear Ms Keller, thank you for your letter of 3 March. ... Yours sincerely, Thomas Grant, Director.",
      "To whom it may concern: I am writing to complain about the delay of my application. Yours faithfully.",
    ],
  },
  {
    name: "email",
    definition:
      "An electronic message with sender, recipients, subject and date, often a short request or a reply in a thread.",
    examples: [
      "From: anna@acme.example To: team@acme.example Subject: Release on Friday. Hi all, a quick update.",
      "RE: Budget figures. Thanks Tom, see my comments below. On Tuesday Tom wrote: ...",
    ],
  },
  {
    name: "memo",
    definition:
      "A short internal note within an organisation, headed memorandum, with to, from, date and subject, that informs staff or asks for a decision.",
    examples: [
      "MEMORANDUM. To: All staff. From: Facilities. Date: 4 June. Re: New parking rules.",
      "Internal memo to department heads about the freeze on travel expenses.",
    ],
  },
  {
    name: "meeting minutes",
    definition:
      "A written record of a meeting: who was present, the agenda, what was discussed and decided, motions and action items.",
    examples: [
      "Minutes of the board meeting held on 12 May. Present: ... Apologies: ... The minutes of the last meeting were approved.",
      "Action items: Sara to send the revised plan by Friday. Next meeting: 2 June at 10:00.",
    ],
  },
  {
    name: "meeting transcript",
    definition:
      "A word-for-word record of what speakers said in a meeting, call or interview, with speaker names and often time stamps.",
    examples: [
      "00:01:12 Speaker A: Okay, um, shall we start? 00:01:15 Speaker B: Yeah, let me share my screen.",
      "Project Manager: So what do you think about the remote control? Designer: I mean, it should be simple.",
    ],
  },
  {
    name: "report",
    definition:
      "A structured account of an investigation, a project, a period or a situation, with an introduction, findings, figures, conclusions and recommendations.",
    examples: [
      "Annual sustainability report: executive summary, key findings and recommendations for 2025.",
      "Incident investigation report: background, method, findings, conclusions.",
    ],
  },
  {
    name: "financial statement",
    definition:
      "Accounts of a company for a period: balance sheet, income statement or cash flow with assets, liabilities, equity, revenue and profit.",
    examples: [
      "Consolidated balance sheet at 31 December: total assets 4,112, total liabilities 2,010, equity 2,102.",
      "Income statement for the year: revenue, cost of sales, gross profit, operating expenses, net income.",
    ],
  },
  {
    name: "bank statement",
    definition:
      "A bank's list of the movements of an account in a period, with opening and closing balance, dates, debits and credits.",
    examples: [
      "Account statement, IBAN DE89..., opening balance 1,204.50, direct debit electricity -84.20, closing balance 980.10.",
      "Statement period 1-31 May: deposits and withdrawals, running balance.",
    ],
  },
  {
    name: "payslip",
    definition:
      "An employer's statement of an employee's pay for a period: gross salary, deductions such as tax and social security, and net pay.",
    examples: [
      "Payslip for April: basic salary 3,200.00, income tax 512.00, national insurance 240.10, net pay 2,447.90.",
      "Earnings and deductions, pay period, employee ID, year to date totals.",
    ],
  },
  {
    name: "tax form",
    definition:
      "A form or assessment of a tax authority: a tax return, withholding statement or notice with taxpayer number and taxable income.",
    examples: [
      "Form W-2 Wage and Tax Statement: wages, federal income tax withheld, employer identification number.",
      "VAT return for the period ending 30 June: output tax, input tax, net VAT to pay.",
    ],
  },
  {
    name: "résumé",
    definition:
      "A person's curriculum vitae for applying for work: contact details, work experience, education, skills and languages.",
    examples: [
      "Maria Lopez, software engineer. Experience: 2019-2024 Senior Developer. Education: BSc Computer Science. Skills: Python, SQL.",
      "Curriculum vitae: employment history, qualifications, references available on request.",
    ],
  },
  {
    name: "job description",
    definition:
      "An advertisement or description of a position: responsibilities, requirements, qualifications, salary and how to apply.",
    examples: [
      "We are looking for an experienced accountant to join our team. Responsibilities: ... Requirements: ...",
      "Position: Warehouse Supervisor. Reports to: Operations Manager. Duties include scheduling shifts.",
    ],
  },
  {
    name: "policy",
    definition:
      "Rules that an organisation sets for its staff or users: purpose, scope, responsibilities, what must and must not be done.",
    examples: [
      "Remote Work Policy. Purpose and scope: this policy applies to all employees. Employees must...",
      "Privacy policy: which personal data we collect and how we use it.",
    ],
  },
  {
    name: "manual",
    definition:
      "Instructions for using, installing, operating or maintaining a product or carrying out a procedure, step by step, with warnings.",
    examples: [
      "User manual: before first use, remove the packaging. 1. Press the power button. Warning: risk of electric shock.",
      "Installation guide: download the package, run the setup and follow these steps. Troubleshooting.",
    ],
  },
  {
    name: "specification",
    definition:
      "A precise technical description of what a product, system or interface must be or do: numbered requirements, parameters, tolerances.",
    examples: [
      "Software requirements specification: 3.1 The system shall respond within 200 ms.",
      "Technical data sheet: operating voltage 3.3 V, temperature range -40 to 85 °C, dimensions.",
    ],
  },
  {
    name: "presentation",
    definition:
      "Slides for a talk: short titles and bullet points, one topic a slide, such as agenda, overview, next steps, questions.",
    examples: [
      "Q3 results. Agenda. Highlights: revenue up 12 %. Next steps. Thank you. Questions?",
      "Slide 1: Our vision. Slide 2: The market. Slide 3: Roadmap.",
    ],
  },
  {
    name: "spreadsheet",
    definition:
      "Rows and columns of data in a worksheet: a header row and many records of numbers, names and dates.",
    examples: [
      "Region, Month, Units, Revenue; North, Jan, 120, 4300; South, Jan, 98, 3510",
      "Inventory sheet with columns SKU, description, stock, reorder level.",
    ],
  },
  {
    name: "form",
    definition:
      "A questionnaire or application to be filled in, with labelled blanks, check boxes and a place for date and signature.",
    examples: [
      "Application form. Surname: ____ First name: ____ Date of birth: ____ [ ] Yes [ ] No. Signature: ____",
      "Please complete all fields in block letters and return this form to the office.",
    ],
  },
  {
    name: "certificate",
    definition:
      "A document that certifies a fact or an achievement, such as completion of a course, conformity with a standard, birth or origin.",
    examples: [
      "This is to certify that John Baker has successfully completed the First Aid course on 4 May.",
      "Certificate of conformity: the product complies with ISO 9001, certificate number 4471.",
    ],
  },
  {
    name: "identity document",
    definition:
      "An official document that proves who a person is: passport, identity card or driving licence with number, nationality, date of birth and expiry.",
    examples: [
      "PASSPORT. Surname NGUYEN. Given names MAI. Nationality. Date of birth. Date of expiry. P<VNM",
      "Driving licence: number, categories B, issued by, valid until.",
    ],
  },
  {
    name: "insurance policy",
    definition:
      "An insurer's contract or schedule of cover: policy number, insured, sum insured, premium, deductible, perils and exclusions.",
    examples: [
      "Policy schedule: policy number HO-22817, insured: R. Patel, sum insured 250,000, annual premium 412.00, excess 500.",
      "We will pay for loss or damage caused by fire, theft or storm, subject to the exclusions below.",
    ],
  },
  {
    name: "legal filing",
    definition:
      "A document filed with or issued by a court or tribunal: complaint, motion, judgment or order, with case number, plaintiff and defendant.",
    examples: [
      "IN THE DISTRICT COURT. Case No. 21-cv-104. Plaintiff v. Defendant. COMPLAINT. Plaintiff alleges...",
      "Motion to dismiss: the defendant respectfully moves this Court. It is so ordered.",
    ],
  },
  {
    name: "research paper",
    definition:
      "A scholarly article with abstract, introduction, methods, results, discussion and references.",
    examples: [
      "Abstract. We study the effect of ... on ... Our results show a significant improvement (p < 0.05). References [1].",
      "In this paper we propose a new model and evaluate it on three data sets.",
    ],
  },
  {
    name: "news article",
    definition:
      "A journalist's account of a recent event, with headline, place and date, facts and quotations of people involved.",
    examples: [
      "LONDON, 3 May - The city council voted on Tuesday to close the bridge, officials said.",
      "Shares fell sharply after the announcement. 'We are disappointed,' a spokesman told reporters.",
    ],
  },
  {
    name: "marketing material",
    definition:
      "Text that advertises a product, service or event to customers: brochure, flyer, newsletter or landing page with benefits and a call to action.",
    examples: [
      "Discover the new Aurora lamp! Save 20 % this week only. Order now at our shop.",
      "Why thousands of teams love our app: simple, fast, secure. Start your free trial today.",
    ],
  },
  {
    name: "project plan",
    definition:
      "A plan of how a project will be carried out: goals, scope, milestones, tasks, owners, timeline, budget and risks.",
    examples: [
      "Project plan: phase 1 analysis (weeks 1-4), milestone M1 design approved, owner: T. Berg, risks and mitigation.",
      "Work packages, deliverables, Gantt chart, resources and dependencies.",
    ],
  },
  {
    name: "ticket",
    definition:
      "A tracked request or problem in a help desk or issue tracker, with id, status, priority, assignee, steps to reproduce and comments.",
    examples: [
      "Ticket #4821. Status: open. Priority: high. Assigned to: L. Chen. The printer on floor 2 does not respond.",
      "BUG-203: app crashes on login. Steps to reproduce: 1. ... Expected: ... Actual: ...",
    ],
  },
  {
    name: "other",
    definition:
      "Something that is none of the other kinds: a poem, a recipe, a story, notes or fragments.",
    examples: [
      "Mix the flour with two eggs and a pinch of salt, then bake for forty minutes.",
      "Once upon a time there was a fisherman who lived by the sea.",
    ],
  },
];
