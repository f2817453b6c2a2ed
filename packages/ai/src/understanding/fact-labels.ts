export type FactValue = "money" | "date" | "identifier" | "text" | "period";

/** A fact that documents state behind a label, in the supported languages. The first label that fits wins. */
export type FactLabel = { name: string; value: FactValue; label: RegExp };

const label = (name: string, value: FactValue, words: string): FactLabel => ({
  name,
  value,
  label: new RegExp(`^(?:${words})$`, "iu"),
});
const number = "\\s?(?:no|nr|number|num|nummer|numéro|#|id|n°|nº|reference|ref)?\\.?";

export const factLabels: readonly FactLabel[] = [
  label(
    "invoice number",
    "identifier",
    `(?:tax )?(?:invoice|bill|rechnungs?|facture|factuur|fattura|factura)[ -]?${number}|rechnungsnummer|factuurnummer`,
  ),
  label(
    "invoice date",
    "date",
    "(?:invoice|bill|billing) date|date of (?:invoice|issue)|rechnungsdatum|date de facture|factuurdatum|fecha de factura|issue date|date issued",
  ),
  label(
    "due date",
    "date",
    "(?:payment )?due(?: date| by| on)?|pay by|payable by|fällig(?:keit| am|keitsdatum)?|échéance|vervaldatum|vencimiento|date d'échéance",
  ),
  label(
    "order number",
    "identifier",
    `(?:purchase order|p\\.?o\\.?|order|bestell|auftrags|commande)[ -]?${number}|bestellnummer|auftragsnummer`,
  ),
  label("quote number", "identifier", `(?:quote|quotation|estimate|angebot|offer)[ -]?${number}`),
  label("receipt number", "identifier", `receipt[ -]?${number}`),
  label(
    "customer number",
    "identifier",
    `(?:customer|client|kunden|klant)[ -]?${number}|kundennummer`,
  ),
  label("account number", "identifier", `account[ -]?${number}|kontonummer|iban`),
  label(
    "subtotal",
    "money",
    "sub-?total|net (?:amount|total)|total (?:excl(?:uding|\\.)?|before) (?:vat|tax)|nettobetrag|zwischensumme|total ht|amount excluding tax",
  ),
  label(
    "tax",
    "money",
    "(?:vat|tax|gst|sales tax|mwst|ust|tva|btw|iva|vat amount|total vat|total tax)(?: ?\\(?\\d{1,2}(?:[.,]\\d+)? ?%\\)?)?(?: ?(?:amount|total))?",
  ),
  label(
    "total",
    "money",
    "(?:grand |invoice |order )?total(?: (?:amount|due|payable|to pay|incl(?:uding|\\.)? (?:vat|tax)|amount due|eur|usd|gbp|value|paid|ttc))*|amount (?:due|payable|paid|due now)|amount now due|balance due|total amount due|gesamtbetrag|rechnungsbetrag|summe(?: eur)?|net à payer|te betalen|totaal|importe total|amount to pay|estimated total",
  ),
  label("customer", "text", "bill(?:ed)? to|invoice to|customer|client|sold to|prepared for|kunde"),
  label("supplier", "text", "vendor|supplier|seller|from company|lieferant"),
  label("ship to", "text", "ship to|deliver(?:y)? (?:to|address)|lieferadresse"),
  label(
    "delivery date",
    "date",
    "(?:requested )?delivery date|deliver by|required by|liefertermin",
  ),
  label(
    "valid until",
    "date",
    "valid (?:until|to|through)|valid for|expiry(?: date)?|expires(?: on)?|date of expiry|gültig bis",
  ),
  label(
    "effective date",
    "date",
    "effective(?: date| as of)?|commencement date|start date|in force from",
  ),
  label("end date", "date", "end date|termination date|expiration date|maturity date"),
  label("governing law", "text", "governing law|applicable law"),
  label("landlord", "text", "landlord|lessor|vermieter"),
  label("tenant", "text", "tenant|lessee|mieter"),
  label("policy number", "identifier", `(?:policy|versicherungsschein)[ -]?${number}`),
  label("policyholder", "text", "policyholder|insured|named insured|versicherungsnehmer"),
  label("premium", "money", "(?:annual |monthly |total )?premium|jahresbeitrag"),
  label(
    "sum insured",
    "money",
    "(?:buildings |contents )?sum (?:insured|assured)|limit of liability",
  ),
  label("deductible", "money", "deductible|excess|selbstbeteiligung"),
  label(
    "period",
    "period",
    "(?:pay|statement|accounting|billing|service|insurance)? ?period(?: of insurance)?|leistungszeitraum",
  ),
  label("gross pay", "money", "gross (?:pay|salary|wages)|gesamtbrutto|salaire brut"),
  label(
    "net pay",
    "money",
    "net (?:pay|salary|check|wages)|take-home pay|nettoverdienst|auszahlungsbetrag|net salary payable",
  ),
  label("employee", "text", "employee(?: name)?|salarié"),
  label("employer", "text", "employer(?:'s name)?|employeur"),
  label(
    "opening balance",
    "money",
    "(?:opening|beginning|previous) balance|balance brought forward|alter kontostand|solde initial",
  ),
  label(
    "closing balance",
    "money",
    "(?:closing|ending|new) balance|balance carried forward|neuer kontostand|solde final",
  ),
  label(
    "case number",
    "identifier",
    `(?:case|claim|docket|file)[ -]?${number}|aktenzeichen|az\\.?`,
  ),
  label("plaintiff", "text", "plaintiff|claimant"),
  label("defendant", "text", "defendant|respondent"),
  label("ticket number", "identifier", `(?:ticket|issue|incident)[ -]?${number}`),
  label("status", "text", "status|state"),
  label("priority", "text", "priority|severity|urgency|priorität"),
  label("assignee", "text", "assigned to|assignee|zugewiesen an"),
  label("certificate number", "identifier", `certificate[ -]?${number}`),
  label(
    "document number",
    "identifier",
    `(?:passport|document|licen[cs]e|personnel|employee)[ -]?${number}`,
  ),
  label("nationality", "text", "nationality|nationalité|staatsangehörigkeit"),
  label("date of birth", "date", "date of birth|birth date|dob|geburtsdatum|born"),
  label("position", "text", "position|job title|role|designation"),
  label("location", "text", "location|place|venue|ort"),
  label("salary", "money", "salary|gross annual salary|compensation"),
  label("date", "date", "date|datum|meeting date|date paid|date of meeting|date of inspection"),
  label("subject", "text", "subject|re|betreff|objet"),
  label("sender", "text", "from|von|sender"),
  label("recipient", "text", "to|an|recipient"),
  label("attendees", "text", "present|attendees|participants|in attendance|anwesend"),
  label("next meeting", "date", "next (?:meeting|sync|session)"),
];
