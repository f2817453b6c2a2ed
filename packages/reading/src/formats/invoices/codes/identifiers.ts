/** The schemes of ISO 6523 and of electronic addresses (EAS) that have a common name. */
const schemes: Record<string, string> = {
  "0002": "SIREN",
  "0007": "Swedish organisation number",
  "0009": "SIRET",
  "0037": "OVT",
  "0060": "DUNS",
  "0088": "GLN",
  "0096": "P number",
  "0106": "KVK",
  "0130": "EU institution",
  "0135": "SIA",
  "0142": "SECETI",
  "0160": "GTIN",
  "0151": "ABN",
  "0183": "UID of Switzerland",
  "0184": "CVR",
  "0188": "Corporate number of Japan",
  "0190": "OIN",
  "0191": "Estonian company code",
  "0192": "Norwegian organisation number",
  "0193": "UBL.BE",
  "0195": "UEN",
  "0196": "Kennitala",
  "0198": "SE number",
  "0199": "LEI",
  "0200": "Legal entity code of Lithuania",
  "0201": "IPA",
  "0203": "Swedish personal number",
  "0204": "Leitweg-ID",
  "0208": "Belgian enterprise number",
  "0209": "GS1",
  "0210": "Codice fiscale",
  "0211": "Partita IVA",
  "0212": "Finnish organisation number",
  "0213": "Finnish VAT number",
  "0216": "OVT",
  "0225": "French directory address",
  "9906": "Partita IVA",
  "9907": "Codice fiscale",
  "9930": "German VAT number",
  EM: "e-mail",
};

/** Returns an identifier with its scheme: in words where it has a common name, else its code. */
export function withScheme(text: string, scheme: string | undefined): string {
  if (!scheme || text.toUpperCase().startsWith(`${scheme.toUpperCase()}:`)) return text;
  return `${text} (${schemes[scheme] ?? scheme})`;
}

const profiles: [RegExp, (match: RegExpExecArray) => string][] = [
  [/xrechnung[_:](?:extension_)?(\d\.\d)/i, ([, version]) => `XRechnung ${version}`],
  [/xrechnung/i, () => "XRechnung"],
  [/poacc:selfbilling/i, () => "Peppol BIS Self-Billing 3.0"],
  [/peppol\.eu:.*billing/i, () => "Peppol BIS Billing 3.0"],
  [/peppol\.eu:/i, () => "Peppol"],
  [
    /(?:factur-x\.eu:1p0|zugferd\.de:2p0):(\w+)/i,
    ([, profile = ""]) => `Factur-X / ZUGFeRD 2, profile ${profile.toUpperCase()}`,
  ],
  [
    /CrossIndustryDocument:invoice:1p0:(\w+)/i,
    ([, profile = ""]) => `ZUGFeRD 1.0, profile ${profile.toUpperCase()}`,
  ],
  [/nlcius/i, () => "NLCIUS"],
  [/en16931/i, () => "EN 16931"],
];

/** Returns the name of a profile of EN 16931 or ZUGFeRD; undefined for URNs that are no known profile. */
export function profileName(id: string): string | undefined {
  for (const [pattern, name] of profiles) {
    const match = pattern.exec(id);
    if (match) return name(match);
  }
  return undefined;
}
