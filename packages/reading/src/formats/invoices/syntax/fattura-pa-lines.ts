import type { XmlElement } from "../../../xml/xml";
import { italianNature } from "../codes/italian-codes";
import { entry, figure, inOneLine, period, remaining } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { InvoiceLine } from "../model/invoice";

/** The lines of a FatturaPA body; in the simplified kind each group of goods is one. */
export function fatturaLines(reader: FieldReader, body: XmlElement): InvoiceLine[] {
  const lines = reader.find(body, "DatiBeniServizi/DettaglioLinee");
  if (lines.length > 0) return lines.map((each) => lineOf(reader, each));
  return reader
    .find(body, "DatiBeniServizi")
    .flatMap((each) => (reader.find(each, "Importo").length > 0 ? [goodsOf(reader, each)] : []));
}

function lineOf(reader: FieldReader, each: XmlElement): InvoiceLine {
  const at = (path: string) => reader.field(each, path);
  const nature = at("Natura");
  const codes = reader.find(each, "CodiceArticolo").map((code) => ({
    kind: reader.field(code, "CodiceTipo")?.text,
    value: reader.field(code, "CodiceValore")?.text ?? "",
  }));
  return {
    id: at("NumeroLinea")?.text ?? "",
    name: at("Descrizione")?.text ?? "",
    article: codes[0]?.value ?? "",
    quantity: figure(at("Quantita")),
    unit: at("UnitaMisura")?.text ?? "",
    price: figure(at("PrezzoUnitario")),
    adjustment: 0,
    tax: nature ? italianNature(nature.text) : "",
    rate: figure(at("AliquotaIVA")),
    net: figure(at("PrezzoTotale")),
    details: [
      ...codes.slice(1).map(({ kind = "Code", value }) => ({ label: kind, text: value, path: "" })),
      ...period("Period", at("DataInizioPeriodo"), at("DataFinePeriodo")),
      ...reader.find(each, "ScontoMaggiorazione").flatMap((found) => discountOf(reader, found)),
      ...reader.find(each, "AltriDatiGestionali").flatMap((found) => {
        const label = reader.field(found, "TipoDato")?.text ?? "Note";
        const values = ["RiferimentoTesto", "RiferimentoNumero", "RiferimentoData"];
        const told = values.flatMap((name) => reader.field(found, name)?.text ?? []);
        return told.length > 0 ? [{ label, text: told.join(", "), path: "" }] : [];
      }),
      ...entry("Kind", at("TipoCessionePrestazione")),
      ...remaining(reader, each),
    ].map(inOneLine),
    isPart: false,
  };
}

function discountOf(reader: FieldReader, each: XmlElement) {
  const isCharge = reader.field(each, "Tipo")?.text === "MG";
  const percent = reader.field(each, "Percentuale");
  const amount = reader.field(each, "Importo");
  const text = [...(percent ? [`${percent.text} %`] : []), ...(amount ? [amount.text] : [])];
  return text.length > 0
    ? [{ label: isCharge ? "Surcharge" : "Discount", text: text.join(", "), path: "" }]
    : [];
}

function goodsOf(reader: FieldReader, each: XmlElement): InvoiceLine {
  const nature = reader.field(each, "Natura");
  return {
    id: "",
    name: reader.field(each, "Descrizione")?.text ?? "",
    article: "",
    unit: "",
    adjustment: 0,
    tax: nature ? italianNature(nature.text) : "",
    rate: figure(reader.field(each, "DatiIVA/Aliquota")),
    net: figure(reader.field(each, "Importo")),
    details: [],
    isPart: false,
  };
}
