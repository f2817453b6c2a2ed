-- The columns, the height of the rows and the look with which a view opens. Without a density a view opens with the layout of its reader.
ALTER TABLE "views" ADD COLUMN "columns" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "views" ADD COLUMN "density" TEXT;
ALTER TABLE "views" ADD COLUMN "look" TEXT;
