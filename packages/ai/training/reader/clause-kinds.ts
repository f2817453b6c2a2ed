/** The kinds of clauses that contracts are asked about, as CUAD's columns name them, with ways to ask. The first way is the one that is measured. */
export const clauseKinds = [
  {
    column: "Governing Law",
    ask: [
      "Which law governs the agreement?",
      "What is the governing law?",
      "Under the laws of which state is the contract construed?",
    ],
  },
  {
    column: "Agreement Date",
    ask: [
      "What is the date of the agreement?",
      "When was the agreement made?",
      "When was the contract signed?",
    ],
  },
  {
    column: "Effective Date",
    ask: [
      "When does the agreement become effective?",
      "What is the effective date?",
      "From when is the contract in force?",
    ],
  },
  {
    column: "Expiration Date",
    ask: [
      "When does the agreement expire?",
      "How long is the initial term of the agreement?",
      "When does the contract end?",
    ],
  },
  {
    column: "Renewal Term",
    ask: [
      "How is the agreement renewed after the initial term?",
      "Does the contract renew automatically, and for how long?",
      "What is the renewal term?",
    ],
  },
  {
    column: "Notice Period To Terminate Renewal",
    ask: [
      "How much notice is needed to prevent renewal?",
      "What is the notice period to end the renewal?",
      "How many days before the end of the term must notice of non-renewal be given?",
    ],
  },
  {
    column: "Parties",
    ask: [
      "Who are the parties to the agreement?",
      "Between which companies is the contract?",
      "Who signed the agreement?",
    ],
  },
  {
    column: "Anti-Assignment",
    ask: [
      "May the agreement be assigned without consent?",
      "Can a party transfer the contract to somebody else?",
      "Is consent needed to assign the agreement?",
    ],
  },
  {
    column: "Termination For Convenience",
    ask: [
      "Can a party terminate the agreement without cause?",
      "Who may terminate for convenience, and with what notice?",
      "May the contract be ended for any reason?",
    ],
  },
  {
    column: "Cap On Liability",
    ask: [
      "Is there a cap on liability?",
      "How is liability limited?",
      "What is the most that a party can be liable for?",
    ],
  },
  {
    column: "Exclusivity",
    ask: [
      "Is the arrangement exclusive?",
      "Which exclusive rights are granted?",
      "Does the contract promise exclusivity?",
    ],
  },
  {
    column: "Audit Rights",
    ask: [
      "Who may audit the books and records?",
      "Is there a right to inspect the books?",
      "How often may records be audited?",
    ],
  },
] as const;
