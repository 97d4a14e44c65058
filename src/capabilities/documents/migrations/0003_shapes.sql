-- SPDX-License-Identifier: Apache-2.0
-- A report brings a hundred thousand shapes of new words. They are written together with their words, and no
-- word is ever removed; to PostgreSQL the check of each cost more than writing it.

-- postgres:
ALTER TABLE search_shape DROP CONSTRAINT search_shape_word;
-- both:
