-- What the people of a project ask of answers about it: a tone, a length, a form.
ALTER TABLE "projects" ADD COLUMN "instructions" TEXT NOT NULL DEFAULT '';
