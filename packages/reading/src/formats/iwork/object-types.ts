/** The numbers of the kinds of objects that hold text, or that say where text belongs. */
export const objectTypes = {
  sheet: 2,
  slide: 5,
  stylesheet: 401,
  storages: [2001, 2005],
  paragraphStyle: 2022,
  comment: 3056,
  table: 6001,
  tile: 6002,
  pages: 10_000,
};
