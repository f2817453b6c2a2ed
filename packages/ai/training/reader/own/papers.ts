/**
 * A paper of our own field. `[key:words]` marks what answers the questions of the key; `{slot}` is filled at random. `missing` are questions that
 * the paper does not answer.
 */
export type Paper = {
  title: string;
  text: string;
  questions: Record<string, string[]>;
  missing: string[];
};

/** Written for this project. */
export const papers: Paper[] = [
  {
    title: "Invoice {number}",
    text: "{org}\n{street}, {city}\n\nInvoice number: [number:{number}]\nInvoice date: [date:{date}]\nCustomer: [customer:{org}]\n\nConsulting, {n} days at EUR {small}\nTravel expenses EUR {small}\n\nNet amount EUR {money}\nVAT 19 % EUR {small}\nTotal amount due [total:EUR {money}]\n\nPlease pay [due:by {date}] to [iban:{iban}]. The goods remain our property until full payment.",
    questions: {
      number: ["What is the invoice number?", "Which number does the invoice have?"],
      date: ["When was the invoice issued?", "What is the invoice date?"],
      customer: ["Who is the customer?", "To whom is the invoice addressed?"],
      total: [
        "How much is due in total?",
        "What is the total of the invoice?",
        "How much do we owe?",
      ],
      due: ["By when must it be paid?", "What is the due date?", "When is the payment due?"],
      iban: ["To which account should we pay?", "What is the IBAN?"],
    },
    missing: [
      "Who approved the invoice?",
      "What is the purchase order number?",
      "Which discount applies?",
      "When was the invoice paid?",
    ],
  },
  {
    title: "Office lease",
    text: "This lease is made on {date} between [landlord:{org}] (the landlord) and [tenant:{org}] (the tenant).\nThe landlord lets to the tenant the offices at [place:{street}, {city}]. The term begins on [start:{date}] and ends on [end:{date}]. The monthly rent is [rent:EUR {money}], payable in advance [payday:on the third working day of each month]. The tenant pays a deposit of [deposit:EUR {big}]. Either party may end the lease with [notice:{n} months' notice] to the end of a quarter. [sublet:The tenant may not sublet the offices without the landlord's written consent.]",
    questions: {
      landlord: ["Who is the landlord?", "From whom are the offices rented?"],
      tenant: ["Who is the tenant?", "Who rents the offices?"],
      place: ["Where are the offices?", "Which address is rented?"],
      start: ["When does the lease begin?", "From when does the term run?"],
      end: ["When does the lease end?", "Until when does the lease run?"],
      rent: [
        "How much is the rent?",
        "What is the monthly rent?",
        "What does the tenant pay each month?",
      ],
      payday: ["When is the rent due each month?", "On which day is the rent payable?"],
      deposit: ["How much is the deposit?", "What security must the tenant provide?"],
      notice: ["What is the notice period?", "How much notice is needed to end the lease?"],
      sublet: ["May the tenant sublet?", "Is subletting allowed?"],
    },
    missing: [
      "Who pays for repairs?",
      "Are pets allowed?",
      "How many parking spaces are included?",
      "Which law governs the lease?",
      "By how much does the rent rise each year?",
    ],
  },
  {
    title: "Service agreement",
    text: "{org} (the supplier) and {org} (the customer) agree as follows.\n1. Services. The supplier [services:maintains the customer's {thing}] and answers faults [reaction:within {n} hours].\n2. Fees. The customer pays a yearly fee of [fee:USD {money}]. Invoices are due [terms:{n} days after receipt].\n3. Liability. [cap:The supplier's liability is limited to the fees of the last twelve months.]\n4. Term. This agreement runs for [term:{n} years] from [start:{date}] and is renewed by one year unless a party gives notice [renewal:{n} days before its end].\n5. Law. This agreement is governed by [law:the laws of {country}]. Courts at [court:{city}] have exclusive jurisdiction.",
    questions: {
      services: ["What does the supplier do?", "Which services are provided?"],
      reaction: ["How fast must the supplier react?", "Within what time are faults answered?"],
      fee: ["How much is the yearly fee?", "What does the customer pay per year?"],
      terms: ["When are invoices due?", "What are the payment terms?"],
      cap: ["How is liability limited?", "Is there a cap on liability?"],
      term: ["How long does the agreement run?", "What is the term of the agreement?"],
      start: ["When does the agreement begin?", "What is the start date?"],
      renewal: [
        "When must notice be given to prevent renewal?",
        "What is the notice period for non-renewal?",
      ],
      law: ["Which law governs the agreement?", "What is the governing law?", "Which law applies?"],
      court: ["Which courts have jurisdiction?", "Where would a dispute be heard?"],
    },
    missing: [
      "Who insures the equipment?",
      "What is the penalty for late delivery?",
      "May the agreement be assigned?",
      "Who owns the software?",
      "How high is the deposit?",
    ],
  },
  {
    title: "Minutes of the project meeting",
    text: "Meeting of {date}. Present: [present:{person}, {person} and {person}]. Excused: [excused:{person}].\n1. Budget. The team has spent [spent:EUR {money}] of EUR {big}. [decision:It was decided to postpone the {thing} to next year.]\n2. Hiring. [owner:{person}] will write the job description [deadline:by {date}].\n3. Move. The new office opens on [opening:{date}]. {person} asked for more meeting rooms. [open:The question of parking is still open.]\nThe next meeting takes place on [next:{date}] in [room:room {n}].",
    questions: {
      present: ["Who was at the meeting?", "Who attended?"],
      excused: ["Who was excused?", "Who could not come?"],
      spent: ["How much has been spent?", "How much of the budget is used?"],
      decision: ["What was decided?", "What did the team decide about the {thing}?"],
      owner: ["Who writes the job description?", "Who is responsible for the job description?"],
      deadline: [
        "By when is the job description due?",
        "What is the deadline for the job description?",
      ],
      opening: ["When does the new office open?"],
      open: ["What is still open?", "Which question was not settled?"],
      next: ["When is the next meeting?", "On what date does the team meet again?"],
      room: ["Where is the next meeting?", "In which room is the next meeting?"],
    },
    missing: [
      "Who took the minutes?",
      "How much does the move cost?",
      "Which supplier was chosen?",
      "What did the auditors say?",
      "How many people will be hired?",
    ],
  },
  {
    title: "Travel policy",
    text: "Purpose. This policy says how staff book and claim business travel.\nTrains are booked in [class:second class]. Flights are allowed for journeys of [flight:more than {n} hours]. Hotels may cost up to [hotel:EUR {small} a night]; [exception:a manager may approve more during trade fairs]. The daily allowance is [allowance:EUR {small}]. Claims are handed in [claims:within {n} days after the journey] through [tool:the {thing} portal]. Receipts are kept for [kept:{n} years]. Questions go to [contact:{person}, {email}].",
    questions: {
      class: ["Which class may I book on trains?", "In what class are trains booked?"],
      flight: ["When may I fly?", "For which journeys are flights allowed?"],
      hotel: ["How much may a hotel cost?", "What is the limit for hotels?"],
      exception: ["When may a hotel cost more?", "Who can approve a more expensive hotel?"],
      allowance: ["What is the daily allowance?", "How much is the per diem?"],
      claims: ["By when must claims be handed in?", "How long do I have to claim expenses?"],
      tool: ["Where do I hand in claims?", "Through which system are claims made?"],
      kept: ["How long are receipts kept?"],
      contact: ["Whom can I ask about travel?", "Who answers questions about the policy?"],
    },
    missing: [
      "May I take my partner along?",
      "How are mileage costs paid?",
      "Who insures the luggage?",
      "How many days may I work from abroad?",
      "When was the policy approved?",
    ],
  },
  {
    title: "Re: Delivery of the {thing}",
    text: "From: [sender:{person}]\nTo: {person}\nDate: {date}\n\nHello {first},\n\nthe {thing} will arrive [arrival:on {date}], [reason:because the carrier lost two days at the border]. It comes with [carrier:{org}]; the tracking number is [tracking:{number}]. Please have [people:two people] ready for unloading. The damaged box will be replaced [replaced:free of charge]. You can reach me at [phone:+49 30 {number}].\n\nBest regards\n{person}",
    questions: {
      sender: ["Who sent the mail?", "Who wrote the message?"],
      arrival: ["When will the {thing} arrive?", "What is the delivery date?"],
      reason: ["Why is the delivery late?", "Why does it arrive later?"],
      carrier: ["Who delivers it?", "Which carrier brings the {thing}?"],
      tracking: ["What is the tracking number?"],
      people: ["How many people are needed for unloading?"],
      replaced: ["What does the replacement cost?", "How is the damaged box replaced?"],
      phone: ["What is the phone number?", "How can the sender be reached?"],
    },
    missing: [
      "How much does the delivery cost?",
      "Who ordered it?",
      "How heavy is the load?",
      "When was the order placed?",
      "What is the warranty?",
    ],
  },
  {
    title: "Privacy notice",
    text: '{org} is the controller of your data. [collect:We collect your name, your address and the pages that you visit.] We use them [purpose:to answer your requests and to improve our services]. [share:We do not sell your data and share it only with processors that are bound by contract.] Data is deleted [kept:after {n} months]. "Personal data" means [definition:any information about a person who can be identified]. You may object at any time by writing to [contact:{email}]. Our data protection officer is [officer:{person}]. This notice was last changed on [changed:{date}].',
    questions: {
      collect: ["Which data is collected?", "What information do they collect about me?"],
      purpose: ["What is my data used for?", "Why is data collected?"],
      share: ["Is my data sold or shared?", "With whom is data shared?"],
      kept: ["How long is data kept?", "When is my data deleted?"],
      definition: ["What is personal data?", "What does personal data mean?"],
      contact: ["How can I object?", "Where can I write to object?"],
      officer: ["Who is the data protection officer?"],
      changed: ["When was the notice last changed?"],
    },
    missing: [
      "Which cookies are set?",
      "Is data transferred to other countries?",
      "How is my data encrypted?",
      "How old must users be?",
    ],
  },
  {
    title: "Non-disclosure agreement",
    text: '"Confidential information" means [definition:all information that a party marks as confidential or that is so by its nature]. The receiving party shall [duty:keep it secret and use it only for the project]. [exception:Information that is public or was known before is not confidential.] The duty of secrecy ends [ends:{n} years after the end of this agreement]. For each breach the receiving party pays [penalty:EUR {money}]. On request it returns all copies [returned:within {n} days]. The agreement is subject to [law:the law of {country}].',
    questions: {
      definition: ["What is confidential information?", "How is confidential information defined?"],
      duty: ["What must the receiving party do?", "How may confidential information be used?"],
      exception: ["What is not confidential?", "Which information is excluded?"],
      ends: ["How long does the duty of secrecy last?", "When does confidentiality end?"],
      penalty: ["What is the penalty for a breach?", "How much must be paid for a breach?"],
      returned: ["By when must copies be returned?"],
      law: ["Which law applies?", "What law governs the agreement?"],
    },
    missing: [
      "Who are the shareholders?",
      "What is the purchase price?",
      "When does the project start?",
      "Who owns inventions?",
      "How many employees are bound?",
    ],
  },
];
