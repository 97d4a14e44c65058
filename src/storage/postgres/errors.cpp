// SPDX-License-Identifier: Apache-2.0
// From PostgreSQL's SQLSTATE to what the operator reads.
#include "base/text.hpp"
#include "storage/postgres/connection.hpp"

namespace poa::storage::postgres {

namespace {

using Kind = DatabaseError::Kind;

/// https://www.postgresql.org/docs/15/errcodes-appendix.html
Kind kind_of(std::string_view state) {
    if (state == "23505") return Kind::unique;
    if (state.starts_with("23")) return Kind::constraint;
    if (state == "40001" || state == "40P01" || state == "55P03") return Kind::again;
    if (state == "53100") return Kind::full;
    if (state == "25006") return Kind::read_only;
    if (state.starts_with("XX00") && state != "XX000") return Kind::corrupt;
    if (state.empty() || state.starts_with("08") || state.starts_with("57P") || state == "53300")
        return Kind::unavailable;
    return Kind::other;
}

std::string_view sentence(Kind kind) {
    switch (kind) {
    case Kind::unique:
        return "the same thing exists already";
    case Kind::constraint:
        return "a rule of the table says no";
    case Kind::again:
        return "others were changing the same rows; try again";
    case Kind::full:
        return "there is no space left on the disk of the database server; free some and try again";
    case Kind::read_only:
        return "the database cannot be written here (a read transaction, or a standby server)";
    case Kind::corrupt:
        return "a page of the database does not read back; restore the last backup";
    case Kind::unavailable:
        return "the database server cannot be reached";
    case Kind::other:
        break;
    }
    return "the database says no";
}

std::string_view field(const PGresult* answer, int code) {
    const char* const found = answer == nullptr ? nullptr : PQresultErrorField(answer, code);
    return found == nullptr ? std::string_view() : std::string_view(found);
}

std::string constraint_of(const PGresult* answer) {
    const std::string_view name = field(answer, PG_DIAG_CONSTRAINT_NAME);
    if (!name.empty()) return std::string(name);
    const std::string_view column = field(answer, PG_DIAG_COLUMN_NAME);
    if (column.empty()) return {};
    return fmt::format("{}.{}", field(answer, PG_DIAG_TABLE_NAME), column); // NOT NULL has no name
}

} // namespace

void fail(const PGresult* answer, std::string_view query_name) {
    const std::string_view state = field(answer, PG_DIAG_SQLSTATE);
    const Kind kind = kind_of(state);
    const bool is_constraint = kind == Kind::unique || kind == Kind::constraint;
    std::string_view said = field(answer, PG_DIAG_MESSAGE_PRIMARY);
    if (said.empty() && answer != nullptr) said = trim(PQresultErrorMessage(answer));
    throw DatabaseError(
        kind, is_constraint ? constraint_of(answer) : std::string(),
        fmt::format("{}: {} (PostgreSQL says: {} {})", query_name, sentence(kind), state, said));
}

void fail_unavailable(std::string_view words, std::string_view query_name) {
    throw DatabaseError(Kind::unavailable, "",
                        fmt::format("{}: {} ({})", query_name, sentence(Kind::unavailable), trim(words)));
}

} // namespace poa::storage::postgres
