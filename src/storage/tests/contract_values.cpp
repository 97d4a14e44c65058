// SPDX-License-Identifier: Apache-2.0
// The contract of storage, on every engine: values in and out.
#include "support/storage/test_databases.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace poa::storage {
namespace {

using test::Engine;
using test::TestDatabase;

constexpr Migration tables[] = {{"contract", 1, "values", R"(
CREATE TABLE thing (
    id {key},
    whole {int},
    words TEXT,
    raw {bytes},
    part {real},
    CONSTRAINT words_are_short CHECK (length(words) <= 2000)
) {strict};
CREATE UNIQUE INDEX thing_words ON thing (words);
CREATE TABLE mark (thing {int} NOT NULL REFERENCES thing (id), what TEXT NOT NULL) {strict};
)"}};

constexpr Query insert{"contract.insert",
                       "INSERT INTO thing (whole, words, raw, part) VALUES ($1, $2, $3, $4) RETURNING id"};
constexpr Query select_all{"contract.select", "SELECT whole, words, raw, part FROM thing WHERE id = $1"};
constexpr Query count_all{"contract.count", "SELECT count(*) FROM thing"};

class Values : public testing::TestWithParam<Engine> {
  protected:
    TestDatabase made = test::make_test_database(GetParam(), tables);
    Database& database = *made;
};
INSTANTIATE_TEST_SUITE_P(Contract, Values, testing::ValuesIn(test::engines_under_test()), test::engine_name);

struct Thing {
    std::int64_t whole;
    std::string words;
    std::string raw;
    double part;
    bool operator==(const Thing&) const = default;
};

Thing kept(Database& database, const Thing& thing) {
    const auto id = database.write([&](Session& session) {
        return session.number(insert, thing.whole, thing.words, bytes_of(thing.raw), thing.part);
    });
    return *database.read([&](Session& session) {
        return session.one(
            select_all,
            [](const Row& row) {
                return Thing{row.integer(0), row.string(1), std::string(text_of(row.bytes(2))), row.real(3)};
            },
            *id);
    });
}

TEST_P(Values, ComeBackAsTheyWere) {
    using Limits = std::numeric_limits<double>;
    const Thing things[] = {
        {0, "", "", 0.0},
        {std::numeric_limits<std::int64_t>::max(), "Ünïcödé 中文 العربية \U0001F310",
         std::string("\0\1\xff\0", 4), 0.1},
        {std::numeric_limits<std::int64_t>::min(), "a'b\"c\\d;--", std::string(1, '\0'), Limits::max()},
        {-1, "line\nline\t", std::string(70000, '\xfe'), Limits::denorm_min()},
        {1, std::string(2000, 'x'), "text", -Limits::infinity()},
    };
    for (const Thing& thing : things) EXPECT_EQ(kept(database, thing), thing) << thing.words;
}

TEST_P(Values, NullIsNeitherEmptyNorZero) {
    const auto id = database.write([&](Session& session) {
        const std::optional<std::string> nothing;
        return session.number(insert, nullptr, nothing, nullptr, std::optional<double>());
    });
    database.read([&](Session& session) {
        session.each(
            select_all,
            [](const Row& row) {
                for (int column = 0; column < 4; ++column) EXPECT_TRUE(row.is_null(column)) << column;
                EXPECT_EQ(row.text_or_empty(1), "");
                EXPECT_FALSE(row.maybe(0, [](const Row& r, int c) { return r.integer(c); }).has_value());
            },
            *id);
    });
}

TEST_P(Values, NullAndValueTakeTurnsInOneStatement) {
    database.write([&](Session& session) {
        session.execute(insert, nullptr, "a", nullptr, nullptr);
        session.execute(insert, 1, nullptr, nullptr, 1.5);
        session.execute(insert, nullptr, "b", bytes_of("r"), nullptr);
        session.execute(insert, 2, "c", nullptr, 2.5);
    });
    EXPECT_EQ(database.read([](Session& session) { return session.number(count_all); }), 4);
}

TEST_P(Values, NullWhereNothingTellsItsType) {
    constexpr Query any_whole{"contract.any_whole",
                              "SELECT count(*) FROM thing WHERE $1 IS NULL OR whole = $1"};
    constexpr Query any_words{"contract.any_words",
                              "SELECT count(*) FROM thing WHERE ($1 IS NULL OR words = $1) AND "
                              "($2 IS NULL OR raw = $2) AND ($3 IS NULL OR part = $3)"};
    constexpr Query distinct{"contract.distinct",
                             "SELECT count(*) FROM thing WHERE words IS NOT DISTINCT FROM $1"};
    database.write([&](Session& session) {
        session.execute(insert, 7, "seven", bytes_of("7"), 7.5);
        session.execute(insert, 8, nullptr, bytes_of("8"), 8.5);
    });
    database.read([&](Session& session) {
        EXPECT_EQ(session.number(any_whole, nullptr), 2);
        EXPECT_EQ(session.number(any_whole, 7), 1);
        EXPECT_EQ(session.number(any_words, nullptr, nullptr, nullptr), 2);
        EXPECT_EQ(session.number(any_words, "seven", nullptr, 7.5), 1);
        EXPECT_EQ(session.number(any_words, nullptr, bytes_of("8"), nullptr), 1);
        EXPECT_EQ(session.number(distinct, nullptr), 1);
        EXPECT_EQ(session.number(distinct, "seven"), 1);
    });
}

TEST_P(Values, HouseTypesAreParametersAndColumns) {
    enum class Stage { open = 3 };
    struct Person;
    constexpr Query all_kinds{"contract.house", "SELECT $1 + 0, $2 + 0, $3 + 0, $4 + 0, $5 + 0, length($6)"};
    const Sha256 digest = sha256(std::string_view("x"));
    database.read([&](Session& session) {
        session.each(
            all_kinds,
            [](const Row& row) {
                EXPECT_EQ(row.id<Person>(0), Id<Person>(42));
                EXPECT_EQ(row.day(1).iso(), "2023-04-18");
                EXPECT_EQ(iso(row.instant(2)), "2026-11-21T12:00:00Z");
                EXPECT_TRUE(row.truth(3));
                EXPECT_EQ(row.integer(4), 3);
                EXPECT_EQ(row.integer(5), 32);
            },
            Id<Person>(42), *Day::parse("2023-04-18"), test::still_clock().now(), true, Stage::open, digest);
    });
}

TEST_P(Values, PlaceholdersRepeatAndStandInAnyOrder) {
    constexpr Query query{"contract.order", "SELECT $3 || $1 || $2 || $1, '$4'"};
    const auto joined = database.read([&](Session& session) {
        return session.one(
            query, [](const Row& row) { return row.string(0); }, "a", "b", "c");
    });
    EXPECT_EQ(joined, "caba");
}

TEST_P(Values, ParametersKnownOnlyAtRunTime) {
    constexpr Query query{"contract.list", "SELECT $1 + $2 + $3"};
    const std::vector<Parameter> parameters{1, 20, 300};
    std::int64_t sum = 0;
    database.read([&](Session& session) {
        session.each_with(query, parameters, [&](const Row& row) { sum = row.integer(0); });
    });
    EXPECT_EQ(sum, 321);
}

TEST_P(Values, WrongNumberOfParametersIsOurMistake) {
    EXPECT_THROW(database.read([](Session& session) { session.number(select_all); }), OurMistake);
    EXPECT_THROW(database.read([](Session& session) { session.number(count_all, 1); }), OurMistake);
}

TEST_P(Values, TextThatIsNoTextIsOurMistake) {
    const auto keep = [&](std::string_view words) {
        database.write([&](Session& session) { session.execute(insert, 1, words, nullptr, nullptr); });
    };
    EXPECT_THROW(keep(std::string_view("a\0b", 3)), OurMistake);
    EXPECT_THROW(keep("\xff\xfe"), OurMistake);
    EXPECT_THROW(keep("\xed\xa0\x80"), OurMistake);
    EXPECT_EQ(database.read([](Session& session) { return session.number(count_all); }), 0);
}

TEST_P(Values, ColumnOfAnotherKindIsOurMistake) {
    constexpr Query query{"contract.kinds", "SELECT 1, 'words', NULL"};
    const auto read = [&](auto&& what) {
        database.read([&](Session& session) { session.each(query, what); });
    };
    EXPECT_THROW(read([](const Row& row) { (void)row.text(0); }), OurMistake);
    EXPECT_THROW(read([](const Row& row) { (void)row.integer(1); }), OurMistake);
    EXPECT_THROW(read([](const Row& row) { (void)row.bytes(1); }), OurMistake);
    EXPECT_THROW(read([](const Row& row) { (void)row.real(1); }), OurMistake);
    EXPECT_THROW(read([](const Row& row) { (void)row.integer(2); }), OurMistake);
    EXPECT_THROW(read([](const Row& row) { (void)row.is_null(3); }), OurMistake);
    EXPECT_THROW(read([](const Row& row) { (void)row.integer(-1); }), OurMistake);
}

TEST_P(Values, MistakeNamesTheQuery) {
    try {
        database.read(
            [](Session& session) { session.each(count_all, [](const Row& row) { (void)row.text(0); }); });
        FAIL() << "read an integer as text";
    } catch (const OurMistake& mistake) {
        EXPECT_THAT(mistake.what(), testing::HasSubstr("contract.count"));
    }
}

TEST_P(Values, AggregatesReadAsNumbers) {
    constexpr Query sums{"contract.sums", "SELECT sum(whole), count(*), max(whole), sum(part), min(part), "
                                          "CASE WHEN count(*) > 1 THEN 1 ELSE 0 END FROM thing"};
    database.write([&](Session& session) {
        session.execute(insert, 4'000'000'000'000'000'000, "a", nullptr, 0.5);
        session.execute(insert, -4'000'000'000'000'012'345, "b", nullptr, 0.25);
    });
    database.read([&](Session& session) {
        session.each(sums, [](const Row& row) {
            EXPECT_EQ(row.integer(0), -12345);
            EXPECT_EQ(row.integer(1), 2);
            EXPECT_EQ(row.integer(2), 4'000'000'000'000'000'000);
            EXPECT_EQ(row.real(3), 0.75);
            EXPECT_EQ(row.real(4), 0.25);
            EXPECT_EQ(row.integer(5), 1);
        });
    });
}

TEST_P(Values, CountOfRowsChanged) {
    constexpr Query update{"contract.update", "UPDATE thing SET whole = whole + 1 WHERE whole < $1"};
    constexpr Query remove{"contract.remove", "DELETE FROM thing WHERE whole = $1"};
    constexpr Query create{"contract.create", "CREATE TABLE other (id {int})"};
    database.write([&](Session& session) {
        EXPECT_EQ(session.execute(insert, 1, "a", nullptr, nullptr), 1);
        EXPECT_EQ(session.execute(insert, 2, "b", nullptr, nullptr), 1);
        EXPECT_EQ(session.execute(insert, 9, "c", nullptr, nullptr), 1);
        EXPECT_EQ(session.execute(count_all), 0);
        EXPECT_EQ(session.execute(update, 5), 2);
        EXPECT_EQ(session.execute(update, -5), 0);
        EXPECT_EQ(session.execute({"contract.create", "CREATE TABLE other (id INTEGER)"}), 0);
        EXPECT_EQ(session.execute(remove, 9), 1);
        EXPECT_EQ(session.execute(count_all), 0);
    });
    (void)create;
}

TEST_P(Values, UpsertsReturnTheRow) {
    constexpr Query upsert{"contract.upsert",
                           "INSERT INTO thing (words, whole) VALUES ($1, $2) ON CONFLICT (words) DO "
                           "UPDATE SET whole = thing.whole + excluded.whole RETURNING whole"};
    constexpr Query insert_or_nothing{
        "contract.insert_or_nothing",
        "INSERT INTO thing (words, whole) VALUES ($1, $2) ON CONFLICT (words) DO NOTHING RETURNING whole"};
    database.write([&](Session& session) {
        EXPECT_EQ(session.number(upsert, "a", 5), 5);
        EXPECT_EQ(session.number(upsert, "a", 2), 7);
        EXPECT_EQ(session.number(insert_or_nothing, "a", 2), std::nullopt);
        EXPECT_EQ(session.number(insert_or_nothing, "b", 3), 3);
    });
}

TEST_P(Values, AnInsertGivesTheKeyOfItsRowAndNothingElse) {
    constexpr Query other{"contract.other",
                          "INSERT INTO thing (words) VALUES ('(it''s ' || $1) RETURNING id"};
    constexpr Query words{"contract.words", "SELECT words FROM thing WHERE id = $1"};
    constexpr Query whole{"contract.whole", "INSERT INTO thing (whole) VALUES ($1) RETURNING whole"};
    constexpr Query from_select{"contract.from_select",
                                "INSERT INTO thing (whole) SELECT whole FROM thing RETURNING id"};
    constexpr Query two{"contract.two", "INSERT INTO thing (whole) VALUES ($1), ($2) RETURNING id"};
    auto number = [](const Row& row) { return row.integer(0); };
    database.write([&](Session& session) {
        const auto first = session.number(insert, 1, "a", nullptr, nullptr).value();
        const auto second = session.number(insert, 2, "b", nullptr, nullptr).value();
        EXPECT_EQ(second, first + 1);
        const auto third = session.number(other, "c)").value();
        EXPECT_EQ(session.one(
                      words, [](const Row& row) { return row.string(0); }, third),
                  "(it's c)");
        EXPECT_EQ(session.number(whole, 77), 77) << "another column than the key";
        EXPECT_EQ(session.all(from_select, number).size(), 4U) << "as many keys as rows";
        EXPECT_EQ(session.all(two, number, 5, 6).size(), 2U);
        EXPECT_THROW(session.one(
                         other, [](const Row& row) { return row.string(0); }, "d"),
                     OurMistake);
        EXPECT_THROW(session.one(
                         other, [](const Row& row) { return row.integer(1); }, "e"),
                     OurMistake);
    });
}

TEST_P(Values, CommonGroundOfSql) {
    constexpr Query common{"contract.common", R"(
        WITH RECURSIVE tree (number, depth) AS (
            SELECT CAST($1 AS BIGINT), 1 UNION ALL SELECT number * 2, depth + 1 FROM tree WHERE depth < 4)
        SELECT number, row_number() OVER (ORDER BY number DESC), count(*) FILTER (WHERE number > 10) OVER (),
               coalesce(NULL, 'x') FROM tree ORDER BY number DESC LIMIT $2)"};
    const auto rows = database.read([&](Session& session) {
        return session.all(
            common, [](const Row& row) { return std::pair(row.integer(0), row.integer(1)); }, 3, 2);
    });
    EXPECT_THAT(rows, testing::ElementsAre(testing::Pair(24, 1), testing::Pair(12, 2)));
}

TEST_P(Values, QueriesInsideOfRows) {
    constexpr Query numbers{"contract.numbers",
                            "SELECT id, whole FROM thing WHERE whole > $1 ORDER BY whole"};
    constexpr Query words_of_one{"contract.words", "SELECT words FROM thing WHERE id = $1"};
    database.write([&](Session& session) {
        for (int i = 1; i <= 4; ++i) session.execute(insert, i, "w" + std::to_string(i), nullptr, nullptr);
    });
    std::string seen;
    database.read([&](Session& session) {
        session.each(
            numbers,
            [&](const Row& outer) {
                session.each(
                    words_of_one, [&](const Row& row) { seen += row.text(0); }, outer.integer(0));
                // The same text as the one that is running.
                session.each(
                    numbers, [&](const Row& inner) { seen += std::to_string(inner.integer(1)); }, 3);
                seen += std::to_string(outer.integer(1)) + ' ';
            },
            1);
    });
    EXPECT_EQ(seen, "w242 w343 w444 ");
}

TEST_P(Values, ManyDifferentTexts) {
    database.read([&](Session& session) {
        for (int round = 0; round < 2; ++round)
            for (int i = 0; i < 700; ++i) {
                const std::string text = fmt::format("SELECT $1 + {}", i);
                ASSERT_EQ(session.number({"contract.many", text}, 1), i + 1);
            }
    });
}

TEST_P(Values, BrokenRulesSayWhich) {
    const auto kind_of = [&](auto&& body) -> std::pair<DatabaseError::Kind, std::string> {
        try {
            database.write(body);
        } catch (const DatabaseError& error) {
            EXPECT_THAT(error.what(), testing::StartsWith("contract."));
            return {error.kind(), error.constraint()};
        }
        return {DatabaseError::Kind::other, "nothing was broken"};
    };
    using enum DatabaseError::Kind;
    constexpr Query insert_mark{"contract.mark", "INSERT INTO mark (thing, what) VALUES ($1, $2)"};
    database.write([](Session& session) { session.execute(insert, 1, "a", nullptr, nullptr); });
    const auto twice = kind_of([](Session& session) { session.execute(insert, 1, "a", nullptr, nullptr); });
    EXPECT_EQ(twice.first, unique);
    EXPECT_THAT(twice.second, testing::AnyOf("thing.words", "thing_words"));
    const auto long_words = kind_of(
        [](Session& session) { session.execute(insert, 1, std::string(2001, 'x'), nullptr, nullptr); });
    EXPECT_EQ(long_words, std::pair(constraint, std::string("words_are_short")));
    EXPECT_EQ(kind_of([&](Session& session) { session.execute(insert_mark, 1, nullptr); }),
              std::pair(constraint, std::string("mark.what")));
    EXPECT_EQ(kind_of([&](Session& session) { session.execute(insert_mark, 4711, "x"); }).first, constraint);
    EXPECT_EQ(kind_of([](Session& session) { session.execute({"contract.typo", "SELEC 1"}); }).first, other);
}

} // namespace
} // namespace poa::storage
