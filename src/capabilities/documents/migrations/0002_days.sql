-- SPDX-License-Identifier: Apache-2.0
-- A search between two days asks the documents of those days first.

CREATE INDEX document_by_day ON document (day);
