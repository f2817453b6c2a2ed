import { expect, test } from "vitest";

import { sentencesOfText } from "../sentences";

const split = (text: string) => sentencesOfText(text).map((span) => text.slice(...span));

test.each([
  ["Die Mietzeit läuft vom 1. Februar 2026 bis zum 31. Januar 2029."],
  ["Die Reinigung findet vom 3. bis 5. März 2026 statt."],
  ["Am 3. März kam Dr. Meier mit Prof. Dr. Schulz."],
  ["Sie gewann den 2. Preis und im 3. Quartal die 1. Runde."],
  ["Das gilt z. B. Montags, d. h. Werktags."],
  ["Nach Art. 5 Abs. 2 Nr. 3 GG i. V. m. § 7 ist es so."],
  ["Er traf Hrn. Weber und ca. 30 Gäste."],
  ["Kejser Frederik døde den 14. Januar 1972."],
  ["Umowa trwa od 1. Stycznia do ul. Długiej 5."],
  ["Il a vu M. Dupont et Mme. Durand, cf. Annexe 3."],
  ["El Sr. García y la Sra. López firmaron el art. 3."],
  ["Il sig. Rossi e il dott. Bianchi, vedi art. 7, pag. 12."],
  ["Zie art. 4 en nr. 5 van dhr. Jansen."],
  ["Veja o art. 5 da lei e a Sra. Silva."],
  ["Se t.ex. Bilaga 2, kap. 3 och s. 14."],
  ["J. R. R. Tolkien met U.S. President G. Ford at St. Mary."],
  ["See No. 5, Fig. 3, pp. 4 and Sec. II of it."],
  ["Open https://example.org/a?Find=1&Go=2 now."],
  ["1. The tenant shall pay."],
  ["2.3. Der Mieter zahlt."],
  ["(a) The tenant shall pay."],
  ["Is it late? asked the tenant."],
])("keeps %j whole", (text) => {
  expect(split(text)).toEqual([text]);
});

test.each([
  ["It began in 2003. The tenant paid.", 2],
  ["Es begann 2003. Mieter zahlten.", 2],
  ["He said no. Mary left.", 2],
  ["They work at Oak Inc. The tenant pays.", 2],
  ["It is plan B. The tenant pays.", 2],
  ["It starts at 5 p.m. We shall come.", 2],
  ["Nägel, Schrauben usw. Der Rest fehlt.", 2],
  ["Das ist Paragraph 5. Der Mieter zahlt.", 2],
  ["We have 12. Mary has 3.", 2],
  ["Visit www.example.org. Then call.", 2],
  ["Il paie. Elle part. Où ?", 3],
])("ends sentences in %j", (text, count) => {
  expect(split(text)).toHaveLength(count);
});
