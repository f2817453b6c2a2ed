import type { FieldDefinition } from "../../ai";
import { firms } from "../names/firms";
import type { Candidate } from "./candidate";
import type { Layout, Piece } from "./pieces";
import { isAddress } from "./read-name";

const HEAD_ROWS = 12;
const FOOT_ROWS = 14;
const LEAST = 2;

const legalForm =
  /(?:\b(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\.L\.C|LLP|LP|PLC|GmbH(?: & Co\.? KG)?|UG|AG|KG|OHG|GbR|e\.K|e\.V|SE|S\.?A\.?S?|SARL|EURL|SASU|B\.?V|N\.?V|V\.?O\.?F|AB|ApS|A\/S|AS|Oy|Oyj|S\.p\.A|S\.r\.l|S\.?L\.?U?|Lda|Ltda|Pty|Pte|Sdn\.? ?Bhd|SDN BHD|Bhd|BHD|Pvt|Sp\. z o\.o|Co)\b\.?|\bS\/B\b)/iu;
const trade =
  /\b(?:enterprise|trading|restaurant|restoran|caf[eé]|coffee|mart|supermarket|market|store|stores|shop|hardware|pharmacy|pharmac\p{L}+|bakery|kitchen|bistro|hotel|motors?|machinery|services?|superstore|bookstore|books|foods?|electronics?|services|salon|gmbh|apotheke|bäckerei|metzgerei|gasthaus|markt|autohaus|boulangerie|pharmacie|brasserie|épicerie|farmacia|panadería|ristorante|pizzeria|trattoria|farmácia|padaria|apteka|piekarnia|sklep|restauracja|apotek|bageri|industries|group|holdings|stationery|department)\b/iu;
const register =
  /\b(?:siège social|capital|r\.?c\.?s|siret|siren|tva|ust-?id|handelsregister|hrb|registergericht|geschäftsführer|vat reg|registered (?:office|in|no)|company (?:no|reg)|kvk|btw|cvr|org\.?\s?nr|partita iva|p\.?\s?iva|c\.?i\.?f|n\.?i\.?f|nip|regon|krs|abn|acn|gstin|cin|gst (?:id|no|reg)|co\.? reg|roc|reg\.? no)\b|^\(?\d{4,8}-[A-Z]\)?$|\([A-Z]{0,2}\d{5,8}-?[A-Z]\)/iu;
const noSeller =
  /^(?:tax |retail |cash |sales |official |payment |proforma )*(?:invoices?|receipts?|bill|cash bill|quotation|quote|estimate|order|purchase order|rechnung|quittung|beleg|kassenbon|facture|reçu|ticket|factura|recibo|fattura|ricevuta|scontrino|factuur|bon|kassabon|fatura|talão|faktura|paragon|kvitto|kvittering|angebot|devis|preventivo|offerte|presupuesto|orçamento|oferta|offert|tilbud|copy|kopie|original|duplicate|reprint|page|welcome|thank you|customer copy|merchant copy|tel|phone|fax|date|table|cashier|server|copie|bestellung|avoir|gutschrift|credit note|statement|invoice summary|simplified tax invoice|guest check|order confirmation|bestelling|pro forma|billing|summary|description|no\.?)\b[\s:#.\d/-]*/iu;
/** "Repair estimate" is the title of a paper. */
const titleEnd =
  /(?:^|\s)(?:invoice|receipt|estimate|quotation|quote|order|statement|rechnung|quittung|angebot|kostenvoranschlag|bestellung|facture|reçu|devis|commande|factura|recibo|presupuesto|pedido|fattura|preventivo|factuur|offerte)$/iu;
const columnHeads =
  /\b(?:price|prijs|preis|prix|precio|prezzo|cena|pris|qty|quantity|menge|quantité|cantidad|hoeveelheid|aantal|ilość|antal|amount|bedrag|betrag|montant|importe|importo|belopp|beløb|btw|mwst|tva|iva|vat|tax|description|beschreibung|omschrijving|désignation|rate|rabatt?|item|artikel|article|unit|disc\.?|total)\b/giu;
const noise =
  /[:=@|]|https?:|www\.|\.{4,}|_{3,}|\*{3,}|\d{5,}|\d[.,]\d{2}\b|%|^\W*$|\b(?:tel|fax|phone|e-?mail|vat|gst|tax id|iban|bic|account|reg\.? no|register|ust|siret|kvk|nip)\b/iu;
const buyerWords =
  /\b(?:bill(?:ed)?(?: to)?|sold to|ship(?:ped)? to|invoice to|deliver(?:y|ed)? (?:to|address)|customer|client|buyer|kunde|empfänger|rechnungsadresse|lieferadresse|rechnungsempfänger|adresse de (?:livraison|facturation)|destinataire|cliente|destinatario|spett|klant|factuuradres|afleveradres|nabywca|odbiorca|kund|köpare|adquirente|attn|attention|t\.a\.v|prepared for|recipient|guest|patient|member)\b/iu;
/** "To: Ann Lee" is the line of the buyer. */
const addressed = /^\s*(?:to|an|à|aan|til|till|para|per)\s*:/iu;
const thanks =
  /\b(?:thank you for (?:shopping|choosing|visiting|your (?:business|purchase|order) (?:at|with|from))|welcome to|issued by|sold by|greetings from|payable to|account name|account holder|beneficiary|kontoinhaber|titulaire du compte|remit(?:tance)? to|make (?:all )?(?:cheques?|checks?) payable to|in favor of)\b[\s:]*/iu;

/** Finds who sells, where no label says it: by the letterhead, the small print at the foot, and words of thanks. */
export function sellers(layout: Layout, fields: readonly FieldDefinition[]): Candidate[] {
  const has = (wanted: string) => fields.some(({ name }) => name === wanted);
  // The letterhead of an order is the buyer's.
  const isOrder = has("ship to") && !has("invoice number") && !has("receipt number");
  if (!has("supplier") || isOrder) return [];
  const isReceipt = has("receipt number");
  const all = layout.pieces
    .map(({ text }) => text)
    .join("\n")
    .toLowerCase();
  const scored = layout.pieces
    .filter(({ row, page }) => page <= 1 && (row < HEAD_ROWS || isFoot(layout, row)))
    .flatMap((piece) => scoreOf(piece, { layout, all, isReceipt }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score < LEAST) return [];
  const margin =
    best.score -
    (second && second.value.toLowerCase() !== best.value.toLowerCase() ? second.score : 0);
  return [
    {
      name: "supplier",
      value: best.value,
      confidence: Math.min(0.9, 0.55 + 0.05 * best.score + 0.03 * Math.min(4, margin)),
      evidence: [best.span],
      origin: "place",
    },
  ];
}

function isFoot({ rows }: Layout, row: number): boolean {
  return row >= rows.length - FOOT_ROWS;
}

type Scored = { value: string; span: [number, number]; score: number };
type Around = { layout: Layout; all: string; isReceipt: boolean };

function scoreOf(piece: Piece, { layout, all, isReceipt }: Around): Scored[] {
  if (addressed.test(piece.text)) return [];
  const said = thanks.exec(piece.text);
  const from = said ? said.index + said[0].length : 0;
  const whole = joined(layout, piece);
  const rest = whole.text.slice(from);
  const [firm] = firms(rest);
  const isWhole =
    !firm || (rest.length <= 75 && !noise.test(rest) && legalForm.test(rest.slice(-14)));
  const [start, end] = isWhole ? [0, nameEnd(rest)] : [firm.start, firm.end];
  const value = rest.slice(start, end).replace(/\s+/g, " ").trim();
  if (!isPossible(value, rest)) return [];
  const place = whole.start + from + start;
  const isHead = piece.row < HEAD_ROWS;
  const word = firstWord(value);
  const score =
    (legalForm.test(value) ? 3 : 0) +
    (isHead ? Math.max(0, 3 - piece.row * (isReceipt ? 0.9 : 0.5)) : 0) +
    (said ? 2 : 0) +
    (trade.test(value) ? 1.5 : 0) +
    (isRegistered(layout, piece) ? 2 : 0) +
    (word.length > 3 && new RegExp(`(?:@|www\\.|https?://)[\\w.-]*${word}`).test(all) ? 2 : 0) +
    (word.length > 3 && all.split(word).length > 2 ? 1 : 0) +
    (isHead && piece.height > 1.3 * medianHeight(layout) && layout.pieces.length > 8 ? 1.5 : 0) +
    (isReceipt && isHead && value === value.toUpperCase() ? 0.5 : 0) -
    (isOfBuyer(layout, piece) ? 5 : 0) -
    (/\d/.test(value) && !legalForm.test(value) ? 1 : 0);
  return [{ value, span: [place, place + (end - start)], score }];
}

/** The lines below name a register, a tax number or the seat of a company. */
function isRegistered({ rows }: Layout, piece: Piece): boolean {
  return rows
    .slice(piece.row, piece.row + 3)
    .flat()
    .some(
      (other) =>
        (other === piece ||
          (other.left < piece.right + 2 * piece.height &&
            piece.left < other.right + 2 * piece.height)) &&
        other.page === piece.page &&
        register.test(other.text) &&
        other.text !== piece.text,
    );
}

/** A name goes on in the next piece of its line. It begins on the line above if it is only a legal form: "Bakery Sdn Bhd". */
function joined({ rows }: Layout, piece: Piece): { text: string; start: number } {
  const row = rows[piece.row] ?? [];
  const next = row[row.indexOf(piece) + 1];
  const isNear =
    next &&
    next.left - piece.right < 1.6 * piece.height &&
    next.span[0] - piece.span[1] <= 2 &&
    !noise.test(next.text) &&
    piece.page > 0;
  const text = isNear ? `${piece.text} ${next.text}` : piece.text;
  const above = rows[piece.row - 1]?.find(
    ({ left, right, page }) => page === piece.page && left < piece.right && piece.left < right,
  );
  const bare = text
    .replace(new RegExp(legalForm.source, "giu"), "")
    .replace(new RegExp(trade.source, "giu"), "")
    .replace(/[^\p{L}]/gu, "");
  const isTail = bare.length < 3 || (/\)/.test(text) && !/\(/.test(text));
  if (
    !isTail ||
    !above ||
    above.span[1] >= piece.span[0] ||
    noise.test(above.text) ||
    piece.span[0] - above.span[1] > 2
  )
    return { text, start: piece.span[0] };
  return { text: `${above.text} ${text}`, start: above.span[0] };
}

/** A name ends before an address or a number that follows on the same line. */
function nameEnd(text: string): number {
  const stop = text.search(
    /\s[–—•|·]\s|,\s|\s-\s|\s\(?\d{3,}|\s(?:tel|fax)\b|\s\((?:reg|co\.?|company)?\s?(?:no\.?)?\s?[\d-]{4,}/iu,
  );
  return stop < 3 ? text.length : stop;
}

function isPossible(value: string, rest: string): boolean {
  if (value.length < 3 || value.length > 70 || value.split(" ").length > 9) return false;
  if (
    /\b(?:thank|goods sold|refund|please|your order|served by|returnable|exchange|cashier)\b/iu.test(
      value,
    )
  )
    return false;
  if ((value.match(columnHeads)?.length ?? 0) > 1) return false;
  if (noSeller.test(value) || buyerWords.test(value) || !/\p{L}{2}/u.test(value)) return false;
  if (/^\d/.test(value) && !legalForm.test(value)) return false;
  if (noise.test(value) || titleEnd.test(value)) return false;
  if (!legalForm.test(value) && isAddress(value)) return false;
  return (
    /^\p{Lu}|^\d|\.\p{L}{2,}$|^i\p{Lu}|^e-/u.test(value) ||
    (rest === value && /\p{Lu}/u.test(value))
  );
}

function firstWord(value: string): string {
  const [word = ""] =
    value
      .toLowerCase()
      .match(/[\p{L}\d]{3,}/gu)
      ?.filter(
        (each) =>
          !/^(?:the|der|die|das|les?|los|restaurant|hotel|shop|store|firma|dr|company)$/.test(each),
      ) ?? [];
  return word;
}

function medianHeight({ pieces }: Layout): number {
  const heights = pieces.map(({ height }) => height).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 1;
}

/** The piece is within a few lines below or beside words that name the buyer. */
function isOfBuyer({ rows }: Layout, piece: Piece): boolean {
  for (let row = piece.row; row >= Math.max(0, piece.row - 5); row--)
    for (const other of rows[row] ?? []) {
      const isBuyers = buyerWords.test(other.text) || addressed.test(other.text);
      if (other === piece || other.page !== piece.page || !isBuyers) continue;
      const isSameColumn = other.left < piece.right && piece.left < other.right;
      const isBeside = row === piece.row && other.right <= piece.left;
      if ((isSameColumn && piece.top - other.top < 8 * Math.max(1, piece.height)) || isBeside)
        return true;
    }
  return false;
}
