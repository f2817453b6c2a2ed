import { StyleSheet } from "@react-pdf/renderer";

import { FAMILY } from "./fonts";

export const PAGE_MARGIN = 40;
/** The width of A4 between the margins, in points. */
export const PAGE_WIDTH = 595.28 - 2 * PAGE_MARGIN;
export const grey = "#52525b";
export const faint = "#d4d4d8";

export const styles = StyleSheet.create({
  page: {
    fontFamily: FAMILY,
    fontSize: 9,
    color: "#18181b",
    paddingTop: PAGE_MARGIN,
    paddingBottom: PAGE_MARGIN + 14,
    paddingHorizontal: PAGE_MARGIN,
  },
  title: { fontSize: 20, fontWeight: 700, marginBottom: 2 },
  about: { fontSize: 11, color: grey, marginBottom: 8 },
  facts: { flexDirection: "row", flexWrap: "wrap", marginBottom: 12 },
  fact: { width: "50%", marginBottom: 3, paddingRight: 10 },
  label: { fontSize: 7.5, color: grey },
  tile: { borderTopWidth: 1, borderTopColor: faint, paddingTop: 8, paddingBottom: 12 },
  tileTitle: { fontSize: 11.5, fontWeight: 700 },
  number: { fontSize: 18, fontWeight: 700, marginTop: 2 },
  small: { fontSize: 8, color: grey, marginTop: 1 },
  table: { flexDirection: "row", marginTop: 6 },
  column: { flexGrow: 1, flexBasis: 0, paddingRight: 12 },
  row: {
    flexDirection: "row",
    borderBottomWidth: 0.5,
    borderBottomColor: faint,
    paddingVertical: 1.5,
  },
  cell: { flexGrow: 1, flexBasis: 0, fontSize: 8, paddingRight: 4 },
  amount: { width: 80, fontSize: 8, textAlign: "right" },
  foot: {
    position: "absolute",
    bottom: 22,
    left: PAGE_MARGIN,
    right: PAGE_MARGIN,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 7.5,
    color: grey,
  },
});
