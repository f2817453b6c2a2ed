import type { Found } from "./found";

const url = /(?<![\w@])(?:https?:\/\/|www\.)[^\s<>"'()[\]{}]+[^\s<>"'()[\]{}.,;:!?]/giu;
const labelled =
  /(?:invoice|order|purchase order|p\.?o\.?|customer|client|account|policy|case|claim|contract|agreement|reference|ref\.?|ticket|certificate|passport|licen[cs]e|vat|tax|registration|employee|serial|quote|quotation|receipt|rechnungs?|kunden|auftrags?|facture|commande|factuur|klant|factura|pedido)[\s-]{0,2}(?:(?:reg(?:istration)?|id(?:entification)?)\.?\s)?(?:no|nr|num|number|nummer|numéro|n°|nº|id|#|code)?\s?[.:#]{0,2}[ \t]{0,3}(?=[A-Z0-9/-]*\d)([A-Z0-9][A-Z0-9/-]{2,24}[A-Z0-9])(?![\w/-]|[.,]\d)/giu;
const labelEnds = /(?:no|nr|num|number|nummer|numéro|n°|nº|id|#|code)\s?[.:#]{0,2}\s*$|[:#]\s*$/iu;

export function findUrls(text: string): Found[] {
  return [...text.matchAll(url)].map((match) => ({
    kind: "url",
    start: match.index,
    end: match.index + match[0].length,
    confidence: 0.98,
  }));
}

/** Finds numbers behind a label such as "invoice", "customer" or "policy number". */
export function findIdentifiers(text: string): Found[] {
  return [...text.matchAll(labelled)].flatMap((match): Found[] => {
    const value = match[1] ?? "";
    const start = match.index + match[0].length - value.length;
    if (!labelEnds.test(text.slice(match.index, start)) && !/[A-Z]/.test(value)) return [];
    return [{ kind: "identifier", start, end: start + value.length, confidence: 0.9 }];
  });
}
