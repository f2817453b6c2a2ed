import { child, elements, type XmlElement } from "../../../xml/xml";

type Field = { code: string; isResult: boolean; start: number; form: XmlElement | undefined };

/** Tracks the open fields at a position in the text. Text between begin and separate is code; other text is shown. */
export function openFields() {
  const fields: Field[] = [];
  return {
    isInCode: () => fields.some(({ isResult }) => !isResult),
    addCode(text: string) {
      const field = fields.at(-1);
      if (field && !field.isResult) field.code += text;
    },
    begin(mark: XmlElement, start: number) {
      fields.push({ code: "", isResult: false, start, form: child(mark, "ffData") });
    },
    separate(start: number) {
      const field = fields.at(-1);
      if (field) Object.assign(field, { isResult: true, start });
    },
    /** Ends the innermost field, where the text has this length. Returns its link target and, if the field has no result, the text that it shows. */
    end(length: number): { url: string | undefined; start: number; shown: string } {
      const field = fields.pop();
      if (!field) return { url: undefined, start: 0, shown: "" };
      return {
        url: urlOfField(field.code),
        start: field.start,
        shown: field.isResult && length > field.start ? "" : shownBy(field),
      };
    },
  };
}

/** Returns the address of a HYPERLINK field. */
export function urlOfField(code: string | undefined): string | undefined {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/i.exec(code ?? "") ?? [];
  return quoted ?? bare;
}

function shownBy({ code, form }: Field): string {
  const box = child(form, "checkBox");
  if (box) {
    const mark = child(box, "checked") ?? child(box, "default");
    return mark && mark.attributes.val !== "0" && mark.attributes.val !== "false" ? "☑" : "☐";
  }
  const list = child(form, "ddList");
  if (list) {
    const chosen = Number(child(list, "result")?.attributes.val ?? 0);
    return elements(list, "listEntry")[chosen]?.attributes.val ?? "";
  }
  const [, point] = /^\s*SYMBOL\s+(\d+)/i.exec(code) ?? [];
  return point ? "•" : "";
}
