import { SsoRefused } from "../sso-words";

const MOST_LETTERS = 512 * 1024;

const ds = "http://www.w3.org/2000/09/xmldsig#";
const more = "http://www.w3.org/2001/04/xmldsig-more#";
const enc = "http://www.w3.org/2001/04/xmlenc#";

/** The algorithms that a signature may name: exclusive canonical XML, SHA-2, and keys of two halves. */
const known = new Set([
  `${ds}enveloped-signature`,
  "http://www.w3.org/2001/10/xml-exc-c14n#",
  `${more}rsa-sha256`,
  `${more}rsa-sha384`,
  `${more}rsa-sha512`,
  `${more}ecdsa-sha256`,
  `${more}ecdsa-sha384`,
  `${more}ecdsa-sha512`,
  `${enc}sha256`,
  `${more}sha384`,
  `${enc}sha512`,
]);

/**
 * Throws for a response that is no usual one. Comments, processing instructions and document types are left out by some readers and read by others.
 * Old algorithms and shared keys prove nothing. A destination must be ours.
 */
export function refuseOddXml(xml: string, callbackUrl: string): void {
  if (xml.length > MOST_LETTERS) throw new SsoRefused("The response is too large");
  if (/<!|<\?(?!xml[\s?])/i.test(xml))
    throw new SsoRefused("The response holds comments, instructions or a document type");
  for (const [, , algorithm = ""] of xml.matchAll(/\bAlgorithm\s*=\s*(["'])([^"']*)\1/g))
    if (!known.has(algorithm))
      throw new SsoRefused("The response is signed in a way that is not accepted");
  const [head = ""] = xml.match(/<(?:[\w.-]+:)?Response\b[^>]*>/) ?? [];
  const destination = head.match(/\bDestination\s*=\s*(["'])([^"']*)\1/)?.[2];
  if (destination !== undefined && destination !== callbackUrl)
    throw new SsoRefused("The response is meant for another place");
}
