import { GeneralizedTime, OctetString, UTCTime } from "asn1js";
import {
  Certificate,
  IssuerAndSerialNumber,
  type RelativeDistinguishedNames,
  type SignedData,
  type SignerInfo,
} from "pkijs";

const signingTime = "1.2.840.113549.1.9.5";
const keyIdentifier = "2.5.29.14";
const commonName = "2.5.4.3";
const organisation = "2.5.4.10";
const mailAddress = "1.2.840.113549.1.9.1";

/**
 * Returns each signer in words, such as "Ada Brightwater (Acme), 2026-03-04T10:00:00Z". The name is that of the certificate, the time the one that
 * the signer claims.
 */
export function signersOf({ signerInfos, certificates = [] }: SignedData): string[] {
  const known = certificates.filter((each) => each instanceof Certificate);
  return signerInfos.map((info) => {
    const certificate = known.find((each) => isOf(info, each));
    const name = certificate ? nameOf(certificate.subject) : strangerOf(info);
    return [name, timeOf(info)].filter(Boolean).join(", ");
  });
}

function isOf({ sid }: SignerInfo, { serialNumber, issuer, extensions }: Certificate): boolean {
  if (sid instanceof IssuerAndSerialNumber)
    return sid.serialNumber.isEqual(serialNumber) && sid.issuer.isEqual(issuer);
  const own = extensions?.find(({ extnID }) => extnID === keyIdentifier)?.extnValue.getValue();
  const named = sid instanceof OctetString ? Buffer.from(sid.getValue()) : null;
  return (
    own !== undefined && named !== null && Buffer.from(own).subarray(-named.length).equals(named)
  );
}

function nameOf({ typesAndValues }: RelativeDistinguishedNames): string {
  const named = (type: string) =>
    textOf(typesAndValues.find((each) => each.type === type)?.value.valueBlock);
  const person = named(commonName) || named(mailAddress);
  const company = named(organisation);
  if (!person) return company;
  return company && company !== person ? `${person} (${company})` : person;
}

function textOf(block: unknown): string {
  const isText = typeof block === "object" && block !== null && "value" in block;
  return isText && typeof block.value === "string" ? block.value.trim() : "";
}

/** Names a signer whose certificate is not in the message. */
function strangerOf({ sid }: SignerInfo): string {
  if (!(sid instanceof IssuerAndSerialNumber)) return "an unknown person";
  const number = Buffer.from(sid.serialNumber.valueBlock.valueHexView).toString("hex");
  return `the holder of certificate ${number} of ${nameOf(sid.issuer) || "an unknown issuer"}`;
}

function timeOf({ signedAttrs }: SignerInfo): string {
  const values = signedAttrs?.attributes.find(({ type }) => type === signingTime)?.values;
  const [time]: unknown[] = values ?? [];
  if (!(time instanceof UTCTime || time instanceof GeneralizedTime)) return "";
  const date = time.toDate();
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(/\.000Z$/, "Z");
}
