// SPDX-License-Identifier: Apache-2.0
#include "storage/migrations.hpp"

#include "base/text.hpp"

#include <map>

namespace poa::storage {

namespace {

constexpr Query advisory_lock{"storage.migration_lock", "SELECT pg_advisory_xact_lock(7883953)"};
constexpr Query table_exists_sqlite{"storage.migration_table",
                                    "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'"};
constexpr Query table_exists_postgres{"storage.migration_table",
                                      "SELECT count(*) WHERE to_regclass('schema_migration') IS NOT NULL"};
constexpr Query select_applied{"storage.migrations_applied",
                               "SELECT capability, number, name, digest FROM schema_migration"};
constexpr Query insert_applied{"storage.migration_applied",
                               "INSERT INTO schema_migration (capability, number, name, digest, applied_at) "
                               "VALUES ($1, $2, $3, $4, $5)"};
constexpr std::string_view create_table = R"(CREATE TABLE IF NOT EXISTS schema_migration (
    capability TEXT NOT NULL,
    number     {int} NOT NULL,
    name       TEXT NOT NULL,
    digest     {bytes} NOT NULL,
    applied_at {int} NOT NULL,
    PRIMARY KEY (capability, number)
) {strict})";

struct Applied {
    std::string name;
    Sha256 digest;
};
using AppliedByKey = std::map<std::pair<std::string, std::int64_t>, Applied>;
using Migrations = std::span<const Migration>;

std::string title(std::string_view capability, std::int64_t number, std::string_view name) {
    return fmt::format("migration {} {:04} ({})", capability, number, name);
}
std::string title(const Migration& migration) {
    return title(migration.capability, migration.number, migration.name);
}

bool has_table(Session& session) {
    const bool on_sqlite = session.dialect() == Dialect::sqlite;
    return session.number(on_sqlite ? table_exists_sqlite : table_exists_postgres).value_or(0) > 0;
}

AppliedByKey read_applied(Session& session) {
    AppliedByKey applied;
    session.each(select_applied, [&](const Row& row) {
        applied.emplace(std::pair(row.string(0), row.integer(1)), Applied{row.string(2), row.digest(3)});
    });
    return applied;
}

const Migration* find(Migrations migrations, const std::pair<std::string, std::int64_t>& key) {
    for (const Migration& migration : migrations)
        if (migration.capability == key.first && migration.number == key.second) return &migration;
    return nullptr;
}

/// What stands in the way of applying the rest.
std::vector<std::string> foreign_or_changed(const AppliedByKey& applied, Migrations migrations) {
    std::vector<std::string> problems;
    for (const auto& [key, was] : applied) {
        const Migration* const known = find(migrations, key);
        if (known == nullptr)
            problems.push_back(
                fmt::format("The database is newer than this program: it has {}, which this program "
                            "does not know. Install the newer version.",
                            title(key.first, key.second, was.name)));
        else if (sha256(known->sql) != was.digest)
            problems.push_back(
                fmt::format("The {} was changed after it had been applied to this database. Install the "
                            "version that made the database, or restore the text.",
                            title(*known)));
    }
    return problems;
}

void require_in_order(Migrations migrations) {
    std::map<std::string_view, int> last;
    for (const Migration& migration : migrations)
        require(migration.number == ++last[migration.capability],
                "migrations 1, 2, 3 ... of each capability");
}

bool is_applied(const AppliedByKey& applied, const Migration& migration) {
    return applied.contains({std::string(migration.capability), migration.number});
}

void make_table(Database& database) {
    database.write([](Session& session) {
        // Two processes may start at once, and CREATE ... IF NOT EXISTS alone is no protection on PostgreSQL.
        if (session.dialect() == Dialect::postgres) session.execute(advisory_lock);
        session.script(for_dialect(create_table, session.dialect()));
    });
}

/// Returns whether it was missing.
bool apply_if_missing(Database& database, Migrations all, const Migration& migration, Instant now) {
    return database.write([&](Session& session) {
        // Comes before the first SELECT, so that what another process has just applied is in this snapshot.
        if (session.dialect() == Dialect::postgres)
            session.script("LOCK TABLE schema_migration IN SHARE ROW EXCLUSIVE MODE");
        const AppliedByKey applied = read_applied(session);
        if (const auto problems = foreign_or_changed(applied, all); !problems.empty())
            throw MachineFailure(problems.front());
        if (is_applied(applied, migration)) return false;
        session.script(for_dialect(migration.sql, session.dialect()));
        session.execute(insert_applied, migration.capability, migration.number, migration.name,
                        sha256(migration.sql), now);
        return true;
    });
}

std::string_view dialect_word(std::string_view name, bool on_sqlite) {
    if (name == "key")
        return on_sqlite ? "INTEGER PRIMARY KEY" : "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
    if (name == "int") return on_sqlite ? "INTEGER" : "BIGINT";
    if (name == "bytes") return on_sqlite ? "BLOB" : "BYTEA";
    if (name == "real") return on_sqlite ? "REAL" : "DOUBLE PRECISION";
    return on_sqlite ? "STRICT" : "";
}

void append_line(std::string& out, std::string_view line, bool on_sqlite) {
    for (;;) {
        const auto open = line.find('{');
        const auto close = line.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        const std::string_view name = line.substr(open + 1, close - open - 1);
        const bool known =
            name == "key" || name == "int" || name == "bytes" || name == "real" || name == "strict";
        out += line.substr(0, open);
        out += known ? dialect_word(name, on_sqlite) : line.substr(open, 1);
        line.remove_prefix(known ? close + 1 : open + 1);
    }
    out += line;
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// The end of a text in single quotes or of a number at `at`; `at` where there is neither.
std::size_t end_of_constant(std::string_view sql, std::size_t at) {
    if (at < sql.size() && sql[at] == '\'') {
        const auto end = sql.find('\'', at + 1);
        return end == std::string_view::npos ? at : end + 1;
    }
    while (at < sql.size() && sql[at] >= '0' && sql[at] <= '9') ++at;
    return at;
}

/// The constants of a list from `at`, which is behind its bracket, with the white space between them as it
/// is: "c = 'a' OR c = 'b'". Nothing where something else stands in it.
std::optional<std::string> list_as_or(std::string_view sql, std::size_t& at, std::string_view column) {
    std::string out;
    for (int count = 1;; ++count) {
        const auto start = sql.find_first_not_of(" \n", at);
        if (start == std::string_view::npos) return std::nullopt;
        const auto end = end_of_constant(sql, start);
        if (end == start || end >= sql.size() || (sql[end] != ',' && sql[end] != ')')) return std::nullopt;
        const std::string_view space = start > at || count == 1 ? sql.substr(at, start - at) : " ";
        out += fmt::format("{}{} = {}", space, column, sql.substr(start, end - start));
        at = end + 1;
        if (sql[end] == ')') return count > 2 ? std::optional(out) : std::nullopt;
        out += " OR";
    }
}

/// SQLite makes a temporary index of the constants in `column IN ('a', 'b', 'c')` and, in a CHECK, again for
/// every row that is written: more than the writing itself takes. It means the same spelled out.
std::string with_lists_spelled_out(std::string_view sql) {
    constexpr std::string_view mark = " IN (";
    std::string out;
    std::size_t taken = 0;
    for (auto found = sql.find(mark); found != std::string_view::npos; found = sql.find(mark, found + 1)) {
        auto word = found;
        while (word > taken && is_word(sql[word - 1])) --word;
        auto at = found + mark.size();
        const std::string_view column = sql.substr(word, found - word);
        const auto spelled = column.empty() ? std::nullopt : list_as_or(sql, at, column);
        if (!spelled) continue;
        out += fmt::format("{}({})", sql.substr(taken, word - taken), *spelled);
        taken = at;
    }
    out += sql.substr(taken);
    return out;
}

} // namespace

std::string for_dialect(std::string_view sql, Dialect dialect) {
    const bool on_sqlite = dialect == Dialect::sqlite;
    std::string out;
    bool taken = true;
    bool first = true;
    for (const std::string_view line : split(sql, '\n')) {
        if (!first) out += '\n'; // lines that fall away stay as empty ones: errors name the line of the file
        first = false;
        const std::string_view mark = trim(line);
        if (mark == "-- sqlite:")
            taken = on_sqlite;
        else if (mark == "-- postgres:")
            taken = !on_sqlite;
        else if (mark == "-- both:")
            taken = true;
        else if (taken)
            append_line(out, line, on_sqlite);
    }
    return on_sqlite ? with_lists_spelled_out(out) : out;
}

int migrate(Database& database, std::span<const Migration> migrations, const Clock& clock) {
    require_in_order(migrations);
    if (!database.read(has_table)) make_table(database);
    const AppliedByKey applied = database.read(read_applied);
    if (const auto problems = foreign_or_changed(applied, migrations); !problems.empty()) {
        std::string all;
        for (const std::string& problem : problems) all += (all.empty() ? "" : " ") + problem;
        throw MachineFailure(all);
    }
    int count = 0;
    for (const Migration& migration : migrations) {
        if (is_applied(applied, migration)) continue;
        try {
            count += apply_if_missing(database, migrations, migration, clock.now()) ? 1 : 0;
        } catch (const DatabaseError& error) {
            throw MachineFailure(
                fmt::format("The {} failed and left nothing behind: {}", title(migration), error.what()));
        }
    }
    return count;
}

std::vector<std::string> schema_problems(Database& database, std::span<const Migration> migrations) {
    const auto applied = database.read([](Session& session) -> std::optional<AppliedByKey> {
        if (!has_table(session)) return std::nullopt;
        return read_applied(session);
    });
    if (!applied) return {"The database has no tables yet. Run `poa init`."};
    std::vector<std::string> problems = foreign_or_changed(*applied, migrations);
    for (const Migration& migration : migrations)
        if (!is_applied(*applied, migration))
            problems.push_back(fmt::format(
                "The database is older than this program: it lacks {}. Run `poa init`.", title(migration)));
    return problems;
}

} // namespace poa::storage
