/** The topics of business documents of any company, described in the words that such documents use. */
export const topics: readonly { name: string; description: string }[] = [
  {
    name: "finance",
    description:
      "Finance: budgets, revenue, profit, investment, shares, costs and forecasts of a company.",
  },
  {
    name: "accounting",
    description: "Accounting and tax: ledgers, balance sheets, VAT, tax returns, payroll, audit.",
  },
  {
    name: "banking",
    description: "Banking: accounts, transfers, loans, credit cards, interest, balances.",
  },
  {
    name: "legal",
    description: "Legal: contracts, liability, courts, law, parties, clauses, compliance.",
  },
  {
    name: "human resources",
    description: "Human resources: employees, recruiting, salary, leave, training, work contracts.",
  },
  {
    name: "information technology",
    description: "Information technology: software, servers, networks, data, applications, users.",
  },
  {
    name: "security",
    description: "Security and safety: access, passwords, fire, accidents, risk and protection.",
  },
  {
    name: "sales",
    description: "Sales: customers, offers, orders, prices, pipeline, distributors.",
  },
  {
    name: "marketing",
    description: "Marketing: advertising, campaigns, brand, newsletter, promotion.",
  },
  {
    name: "customer service",
    description: "Customer service: complaints, support requests, refunds, satisfaction.",
  },
  {
    name: "procurement",
    description: "Procurement: purchase orders, suppliers, tenders, deliveries, purchasing.",
  },
  {
    name: "logistics",
    description: "Logistics: freight, shipping, warehouse, stock, transport of goods.",
  },
  {
    name: "manufacturing",
    description: "Manufacturing: production, machines, materials, engineering, quality.",
  },
  {
    name: "construction",
    description: "Construction: building sites, renovation, roof, plaster, architects.",
  },
  {
    name: "real estate",
    description: "Real estate: rent, lease, tenants, landlords, property, flats.",
  },
  {
    name: "insurance",
    description: "Insurance: policies, premiums, claims, cover, insured risks.",
  },
  { name: "health", description: "Health care: hospitals, patients, medicine, nursing, disease." },
  {
    name: "education",
    description: "Education: schools, universities, courses, students, teachers.",
  },
  {
    name: "research",
    description: "Scientific research: studies, experiments, methods, results, publications.",
  },
  {
    name: "government",
    description:
      "Government and public administration: councils, permits, ministries, elections, identity papers.",
  },
  { name: "energy", description: "Energy: electricity, gas, power grid, fuel, meters." },
  {
    name: "environment",
    description: "Environment: climate, emissions, sustainability, waste, nature, weather.",
  },
  {
    name: "travel",
    description: "Travel and hospitality: hotels, flights, trains, bookings, trips.",
  },
  { name: "food", description: "Food and catering: meals, ingredients, restaurants, groceries." },
];
