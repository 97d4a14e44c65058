// SPDX-License-Identifier: Apache-2.0
// Who could live with what, on small tables and on the coding of the replies in A/78/76.
#include "base/json_value.hpp"
#include "base/text.hpp"
#include "capabilities/views/convergence.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <random>
#include <sstream>

namespace poa::views {
namespace {

/// "AUS", "3 to 4", "F": a code in small letters is a stakeholder's; an answer of "" is a State that is
/// silent.
struct Row {
    std::string code, answer, strength = "F";
};

Variable question(AnswerKind kind) {
    return {"asked", "core", kind, {}, "", {}};
}

Variable frequency() {
    return {"asked",
            "core",
            AnswerKind::one_of,
            {"annual", "biennial", "annual_or_biennial", "annual_or_twice_a_year", "twice_a_year", "other",
             "unspecified"},
            "",
            {{"annual_or_biennial", "annual"},
             {"annual_or_biennial", "biennial"},
             {"annual_or_twice_a_year", "annual"},
             {"annual_or_twice_a_year", "twice_a_year"}}};
}

Answer answer_of(const Variable& variable, const std::string& text) {
    // Refused where people type answers, but a set may still be held empty.
    if (text == "{}") return Answer{variable.kind, false, 0, 0, {}};
    auto answer = parse_answer(variable, text);
    EXPECT_TRUE(answer.has_value()) << text;
    return answer.value_or(Answer{});
}

Matrix matrix_of(const Variable& variable, const std::vector<Row>& rows) {
    std::vector<PositionActor> actors;
    for (const Row& row : rows)
        actors.push_back(
            {row.code, row.code[0] >= 'a' ? ActorKind::stakeholder : ActorKind::state, row.code, row.code});
    auto questions = QuestionSet::of("test", 1, {variable});
    EXPECT_TRUE(questions.has_value());
    Matrix matrix(std::make_shared<const QuestionSet>(std::move(*questions)), std::move(actors));
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].answer.empty())
            matrix.set(0, i, answer_of(variable, rows[i].answer), *parse_strength(rows[i].strength));
    return matrix;
}

std::string codes(const Matrix& matrix, const std::vector<std::size_t>& actors) {
    std::vector<std::string> all;
    for (std::size_t actor : actors) all.push_back(matrix.actors()[actor].code);
    return join(all, " ");
}

std::string shown(const Matrix& matrix, const MeetingGroup& group) {
    return text_of(group.at) + ": " + codes(matrix, group.actors);
}

std::string shown_largest(const Matrix& matrix, const Convergence& found) {
    return found.largest ? shown(matrix, *found.largest) : "none";
}

std::string shown_cleavage(const Matrix& matrix, const Convergence& found) {
    if (!found.cleavage) return "none";
    const auto& [one, other, between] = *found.cleavage;
    return shown(matrix, one) + " | " + shown(matrix, other) +
           (between.empty() ? "" : " | between: " + codes(matrix, between));
}

/// "4, 2 of 3 already: UKR +1 = 1"
std::string shown_change(const Matrix& matrix, const Convergence& found) {
    if (!found.change) return "none";
    const SmallestChange& change = *found.change;
    std::string text = text_of(change.at) + ", " + std::to_string(change.already) + " of " +
                       std::to_string(change.majority) + " already:";
    for (const Move& move : change.moves)
        text += " " + matrix.actors()[move.actor].code + " +" + text_of(move.distance);
    text += " = " + text_of(change.cost);
    return change.as_near.empty() ? text : text + "; or " + codes(matrix, change.as_near);
}

std::string shown_distribution(const Matrix& matrix, const Convergence& found) {
    std::vector<std::string> all;
    for (const AnswerVoices& each : found.distribution)
        all.push_back(text_of(each.answer) + "[" + codes(matrix, each.firm) + "/" +
                      codes(matrix, each.conditional) + "/" + codes(matrix, each.inferred) +
                      (each.stakeholders.empty() ? "" : "/apart " + codes(matrix, each.stakeholders)) + "]");
    return join(all, " ");
}

struct Case {
    std::string name;
    Variable variable;
    std::vector<Row> rows;
    std::size_t answered, pairs, compatible;
    std::string largest, cleavage, alone, change;
};

const std::vector<Case>& cases() {
    const Variable yes_no = question(AnswerKind::yes_no), interval = question(AnswerKind::interval),
                   several = question(AnswerKind::several_of), number = question(AnswerKind::number),
                   free = question(AnswerKind::free);
    static const std::vector<Case> all = {
        {"nobody is there", yes_no, {}, 0, 0, 0, "none", "none", "", "none"},
        {"nobody answered", yes_no, {{"AUS", ""}, {"BEL", ""}}, 0, 0, 0, "none", "none", "", "none"},
        {"unspecified is silence",
         frequency(),
         {{"AUS", "unspecified"}},
         0,
         0,
         0,
         "none",
         "none",
         "",
         "none"},
        {"only a stakeholder answered",
         yes_no,
         {{"AUS", ""}, {"cpi", "yes"}},
         0,
         0,
         0,
         "none",
         "none",
         "",
         "none"},
        {"one State", yes_no, {{"AUS", "no"}}, 1, 0, 0, "no: AUS", "none", "", "no, 1 of 1 already: = 0"},
        {"all equal",
         yes_no,
         {{"AUS", "yes"}, {"BEL", "yes"}, {"CHE", "yes"}},
         3,
         3,
         3,
         "yes: AUS BEL CHE",
         "none",
         "",
         "yes, 3 of 2 already: = 0"},
        {"two against each other",
         yes_no,
         {{"AUS", "no"}, {"BEL", "yes"}},
         2,
         1,
         0,
         "yes: BEL",
         "yes: BEL | no: AUS",
         "AUS BEL",
         "yes, 1 of 2 already: AUS +1 = 1"},
        {"a tie is met where the least firm would move",
         yes_no,
         {{"AUS", "yes", "I"}, {"BEL", "yes", "F"}, {"CHE", "no", "F"}, {"DEU", "no", "C"}},
         4,
         6,
         2,
         "yes: AUS BEL",
         "yes: AUS BEL | no: CHE DEU",
         "",
         "no, 2 of 3 already: AUS +1 = 1"},
        {"who is as near could move instead",
         yes_no,
         {{"AUS", "yes"}, {"BEL", "yes"}, {"CHE", "no", "C"}, {"DEU", "no", "C"}, {"EGY", ""}},
         4,
         6,
         2,
         "yes: AUS BEL",
         "yes: AUS BEL | no: CHE DEU",
         "",
         "yes, 2 of 3 already: CHE +1 = 1; or DEU"},
        {"who accepts either lives with annual, but annual not with either",
         frequency(),
         {{"AUS", "annual"},
          {"BEL", "annual_or_biennial"},
          {"CHE", "annual"},
          {"EGY", "biennial"},
          {"SLV", "biennial"},
          {"UKR", "annual_or_twice_a_year"}},
         6,
         15,
         8,
         "annual: AUS BEL CHE UKR",
         "annual: AUS CHE UKR | biennial: EGY SLV | between: BEL",
         "",
         "annual, 4 of 4 already: = 0"},
        {"two flexible ones meet at what neither names first",
         frequency(),
         {{"BEL", "annual_or_biennial"}, {"UKR", "annual_or_twice_a_year"}, {"NOR", "other"}},
         3,
         3,
         0,
         "annual: BEL UKR",
         "annual: BEL UKR | other: NOR",
         "BEL UKR NOR",
         "annual, 2 of 2 already: = 0"},
        {"three who stand alone are no cleavage",
         frequency(),
         {{"AUS", "annual"}, {"EGY", "biennial", "C"}, {"NOR", "other", "I"}},
         3,
         3,
         0,
         "annual: AUS",
         "none",
         "AUS EGY NOR",
         "annual, 1 of 2 already: NOR +1 = 1"},
        {"intervals that touch at a point",
         interval,
         {{"AUS", "3 to 4"}, {"CHE", "4 to 6"}},
         2,
         1,
         1,
         "4: AUS CHE",
         "none",
         "",
         "4, 2 of 2 already: = 0"},
        {"intervals that share a range",
         interval,
         {{"AUS", "3 to 5"}, {"CHE", "4 to 6"}, {"EGY", "9"}},
         3,
         3,
         1,
         "4 to 5: AUS CHE",
         "4 to 5: AUS CHE | 9: EGY",
         "EGY",
         "4 to 5, 2 of 2 already: = 0"},
        {"one between two sides",
         interval,
         {{"BEL", "4"}, {"FRA", "4"}, {"CHE", "4 to 6"}, {"EGY", "6"}},
         4,
         6,
         4,
         "4: BEL FRA CHE",
         "4: BEL FRA | 6: EGY | between: CHE",
         "",
         "4, 3 of 3 already: = 0"},
        {"the smallest extension, to the end of an interval",
         interval,
         {{"AUS", "1"}, {"BEL", "2 to 3"}, {"CHE", "5 to 6"}, {"DEU", "9"}, {"EGY", "5"}},
         5,
         10,
         1,
         "5: CHE EGY",
         "5: CHE EGY | 1: AUS",
         "AUS BEL DEU",
         "5, 2 of 3 already: BEL +2 = 2"},
        {"numbers far apart",
         number,
         {{"AUS", "1"}, {"BEL", "2.5"}, {"CHE", "7"}},
         3,
         3,
         0,
         "1: AUS",
         "none",
         "AUS BEL CHE",
         "1, 1 of 2 already: BEL +1.5 = 1.5"},
        {"equal numbers",
         number,
         {{"AUS", "3"}, {"BEL", "3"}},
         2,
         1,
         1,
         "3: AUS BEL",
         "none",
         "",
         "3, 2 of 2 already: = 0"},
        {"the word most share",
         several,
         {{"AUS", "norms; law"}, {"BEL", "law; threats"}, {"CHE", "law"}, {"EGY", "treaty"}},
         4,
         6,
         3,
         "law: AUS BEL CHE",
         "law: AUS BEL CHE | treaty: EGY",
         "EGY",
         "law, 3 of 3 already: = 0"},
        {"a word added",
         several,
         {{"AUS", "norms; law"}, {"BEL", "law"}, {"CHE", "threats", "C"}, {"EGY", "treaty"}},
         4,
         6,
         1,
         "law: AUS BEL",
         "law: AUS BEL | threats: CHE",
         "CHE EGY",
         "law, 2 of 3 already: CHE +1 = 1"},
        {"empty sets share nothing, but a word can be added",
         several,
         {{"AUS", "{}"}, {"BEL", "{}", "I"}, {"CHE", "law"}},
         3,
         3,
         0,
         "law: CHE",
         "none",
         "AUS BEL CHE",
         "law, 1 of 2 already: BEL +1 = 1"},
        {"nothing but empty sets",
         several,
         {{"AUS", "{}"}, {"BEL", "{}"}},
         2,
         1,
         0,
         "none",
         "none",
         "AUS BEL",
         "none"},
        {"free words are the same or not",
         free,
         {{"AUS", "by note"}, {"BEL", "by letter"}, {"CHE", "by letter"}},
         3,
         3,
         1,
         "by letter: BEL CHE",
         "by letter: BEL CHE | by note: AUS",
         "AUS",
         "by letter, 2 of 2 already: = 0"},
    };
    return all;
}

TEST(Convergence, small_tables) {
    for (const Case& each : cases()) {
        SCOPED_TRACE(each.name);
        const Matrix matrix = matrix_of(each.variable, each.rows);
        const Convergence found = convergence_of(matrix, 0);
        EXPECT_EQ(found.answered, each.answered);
        EXPECT_EQ(found.answered + found.silent, matrix.states());
        EXPECT_EQ(found.agreement.pairs, each.pairs);
        EXPECT_EQ(found.agreement.compatible, each.compatible);
        EXPECT_EQ(found.agreement.share().has_value(), each.pairs > 0);
        EXPECT_EQ(shown_largest(matrix, found), each.largest);
        EXPECT_EQ(shown_cleavage(matrix, found), each.cleavage);
        EXPECT_EQ(codes(matrix, found.alone), each.alone);
        EXPECT_EQ(shown_change(matrix, found), each.change);
    }
}

TEST(Convergence, distribution_has_each_answer_by_strength_and_stakeholders_apart) {
    const Matrix matrix = matrix_of(frequency(), {{"EGY", "biennial", "C"},
                                                  {"AUS", "annual", "I"},
                                                  {"BEL", "annual"},
                                                  {"cpi", "annual"},
                                                  {"CHE", "annual", "C"},
                                                  {"ms", "twice_a_year"},
                                                  {"NOR", "unspecified"},
                                                  {"SLV", "biennial", "I"}});
    const Convergence found = convergence_of(matrix, 0);
    EXPECT_EQ(shown_distribution(matrix, found),
              "annual[BEL/CHE/AUS/apart cpi] biennial[/EGY/SLV] twice_a_year[///apart ms]");
    EXPECT_EQ(found.answered, 5U);
    EXPECT_EQ(found.silent, 1U);
}

TEST(Convergence, distribution_of_sets_has_each_word_and_of_intervals_each_interval) {
    const Matrix sets = matrix_of(question(AnswerKind::several_of),
                                  {{"AUS", "norms; law"}, {"BEL", "law", "C"}, {"CHE", "law; norms"}});
    EXPECT_EQ(shown_distribution(sets, convergence_of(sets, 0)), "law[AUS CHE/BEL/] norms[AUS CHE//]");
    const Matrix years = matrix_of(question(AnswerKind::interval),
                                   {{"AUS", "3 to 4"}, {"BEL", "4"}, {"CHE", "3 to 4", "C"}, {"DEU", "2"}});
    EXPECT_EQ(shown_distribution(years, convergence_of(years, 0)), "3 to 4[AUS/CHE/] 2[DEU//] 4[BEL//]");
}

TEST(Convergence, over_some_actors_only_in_any_order) {
    const Matrix matrix =
        matrix_of(question(AnswerKind::yes_no),
                  {{"AUS", "yes"}, {"BEL", "no"}, {"cpi", "no"}, {"CHE", "no"}, {"DEU", ""}});
    const Convergence found = convergence_of(matrix, 0, std::vector<std::size_t>{4, 2, 1, 0, 1});
    EXPECT_EQ(found.answered, 2U);
    EXPECT_EQ(found.silent, 1U);
    EXPECT_EQ(found.agreement.pairs, 1U);
    EXPECT_EQ(shown_distribution(matrix, found), "yes[AUS//] no[BEL///apart cpi]");
    EXPECT_EQ(convergence_of(matrix, 0, std::vector<std::size_t>{}).answered, 0U);
    EXPECT_THROW((void)convergence_of(matrix, 0, std::vector<std::size_t>{5}), std::logic_error);
}

TEST(Convergence, an_answer_no_longer_given_is_not_counted) {
    const Matrix before = matrix_of(question(AnswerKind::yes_no), {{"AUS", "yes"}, {"BEL", "no"}});
    const Matrix after =
        before.with(0, 1, answer_of(question(AnswerKind::yes_no), "yes"), Strength::firm, {});
    EXPECT_EQ(shown_distribution(after, convergence_of(after, 0)), "yes[AUS BEL//]");
}

// Random questions

std::string some_answer(AnswerKind kind, std::mt19937& random) {
    const auto draw = [&](unsigned below) { return static_cast<int>(random() % below); };
    switch (kind) {
    case AnswerKind::yes_no:
        return draw(2) ? "yes" : "no";
    case AnswerKind::interval: {
        const int least = draw(9);
        return std::to_string(least) + " to " + std::to_string(least + draw(4));
    }
    case AnswerKind::several_of: {
        std::string words = "w" + std::to_string(draw(4));
        for (int i = 4; i < 7; ++i)
            if (draw(3) == 0) words += "; w" + std::to_string(i);
        return words;
    }
    default:
        return frequency().allowed[random() % 7];
    }
}

/// By trying all: how few units, or answers, a majority is away.
double least_cost(const Matrix& matrix, const Variable& variable, const Convergence& found) {
    std::vector<Answer> outcomes;
    if (variable.kind == AnswerKind::interval)
        for (int half = 0; half <= 30; ++half)
            outcomes.push_back({variable.kind, false, half / 2.0, half / 2.0});
    else if (variable.kind == AnswerKind::yes_no)
        outcomes = {answer_of(variable, "yes"), answer_of(variable, "no")};
    else
        for (int i = 0; i < 7; ++i)
            outcomes.push_back(answer_of(variable, variable.kind == AnswerKind::several_of
                                                       ? "w" + std::to_string(i)
                                                       : variable.allowed[static_cast<std::size_t>(i)]));
    double least = 1e9;
    for (const Answer& outcome : outcomes) {
        std::vector<double> costs;
        for (std::size_t actor = 0; actor < matrix.actors().size(); ++actor) {
            if (!matrix.is_answered(0, actor)) continue;
            const Answer& own = *matrix.answer(0, actor);
            double cost = can_live_with(variable, own, outcome) ? 0 : 1;
            if (variable.kind == AnswerKind::interval)
                cost = std::max({0.0, own.least - outcome.most, outcome.least - own.most});
            costs.push_back(cost);
        }
        std::ranges::sort(costs);
        least = std::min(
            least, std::accumulate(costs.begin(),
                                   costs.begin() + static_cast<std::ptrdiff_t>(found.answered / 2 + 1), 0.0));
    }
    return least;
}

TEST(Convergence, on_random_questions_what_is_said_is_so) {
    std::mt19937 random(78);
    for (int round = 0; round < 400; ++round) {
        Variable variable = frequency();
        const AnswerKind kinds[] = {AnswerKind::yes_no, AnswerKind::interval, AnswerKind::several_of,
                                    AnswerKind::one_of};
        if (variable.kind = kinds[round % 4]; variable.kind != AnswerKind::one_of)
            variable = question(variable.kind);
        std::vector<Row> rows;
        for (unsigned i = 0; i < 2 + random() % 9; ++i)
            rows.push_back({"S" + std::to_string(i), some_answer(variable.kind, random),
                            i % 3 == 0   ? "F"
                            : i % 3 == 1 ? "C"
                                         : "I"});
        const Matrix matrix = matrix_of(variable, rows);
        const Convergence found = convergence_of(matrix, 0);
        const auto compatible = [&](std::size_t a, std::size_t b) {
            return are_compatible(variable, *matrix.answer(0, a), *matrix.answer(0, b));
        };
        std::vector<std::size_t> voices;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (matrix.is_answered(0, i)) voices.push_back(i);
        std::size_t pairs = 0;
        for (std::size_t a : voices)
            for (std::size_t b : voices) pairs += a < b && compatible(a, b);
        ASSERT_EQ(found.agreement.compatible, pairs);
        for (std::size_t a : voices) {
            const bool meets =
                std::ranges::any_of(voices, [&](std::size_t b) { return a != b && compatible(a, b); });
            ASSERT_EQ(std::ranges::count(found.alone, a) == 1, !meets && voices.size() > 1);
        }
        if (voices.empty()) continue;
        for (std::size_t actor : found.largest->actors)
            ASSERT_TRUE(can_live_with(variable, *matrix.answer(0, actor), found.largest->at));
        ASSERT_DOUBLE_EQ(found.change->cost, least_cost(matrix, variable, found));
        ASSERT_GE(found.change->already + found.change->moves.size(), found.change->majority);
        if (!found.cleavage) continue;
        for (std::size_t a : found.cleavage->one.actors)
            for (std::size_t b : found.cleavage->other.actors) ASSERT_FALSE(compatible(a, b));
        for (const MeetingGroup* side : {&found.cleavage->one, &found.cleavage->other})
            for (std::size_t actor : side->actors)
                ASSERT_TRUE(can_live_with(variable, *matrix.answer(0, actor), side->at));
    }
}

TEST(Convergence, of_one_question_over_193_states_of_every_kind_is_found) {
    for (AnswerKind kind : {AnswerKind::yes_no, AnswerKind::one_of, AnswerKind::interval,
                            AnswerKind::several_of, AnswerKind::free}) {
        std::mt19937 random(193);
        std::vector<Row> rows;
        for (int i = 0; i < 193; ++i) {
            std::string text = kind == AnswerKind::free ? "words of " + std::to_string(i) : "";
            if (kind == AnswerKind::several_of)
                for (int word = 0; word < 5; ++word)
                    text += (word ? "; w" : "w") + std::to_string(word * 8 + static_cast<int>(random() % 8));
            rows.push_back({"S" + std::to_string(i), text.empty() ? some_answer(kind, random) : text});
        }
        const Matrix matrix = matrix_of(kind == AnswerKind::one_of ? frequency() : question(kind), rows);
        const Convergence found = convergence_of(matrix, 0);
        EXPECT_EQ(found.answered + found.silent, 193U) << name_of(kind);
        ASSERT_TRUE(found.largest) << name_of(kind);
        EXPECT_FALSE(found.largest->actors.empty()) << name_of(kind);
    }
}

// The real coding

std::string shared_file(const std::string& path) {
    const char* named = std::getenv("POA_SHARED");
    const std::string folder = named ? named : std::string(POA_SOURCE_DIR) + "/../shared";
    std::ifstream file(folder + "/" + path, std::ios::binary);
    if (!file)
        throw std::runtime_error("the coding is needed for this test: no " + folder + "/" + path +
                                 " (set POA_SHARED)");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string text_at(const boost::json::object& object, std::string_view key) {
    return std::string(object.at(key).as_string());
}

Matrix real_coding() {
    const auto coding = parse_json(shared_file("mission/positions.json")).value();
    std::vector<Variable> variables;
    for (const auto& [key, value] : coding.at("variables").as_object()) {
        const auto& object = value.as_object();
        Variable variable{key, text_at(object, "group"), *parse_answer_kind(text_at(object, "type")), {}, "",
                          {}};
        for (const auto& word : object.at("allowed").as_array())
            variable.allowed.emplace_back(word.as_string());
        if (variable.key == "plenary_frequency") variable.accepts = frequency().accepts;
        variables.push_back(std::move(variable));
    }
    std::vector<PositionActor> actors;
    for (const auto& [code, value] : coding.at("actors").as_object())
        actors.push_back(
            {code, text_at(value.as_object(), "kind") == "State" ? ActorKind::state : ActorKind::stakeholder,
             code, text_at(value.as_object(), "name")});
    Matrix matrix(std::make_shared<const QuestionSet>(QuestionSet::of("coding", 1, variables).value()),
                  std::move(actors));
    for (const auto& [code, cells] : coding.at("positions").as_object())
        for (const auto& [key, cell] : cells.as_object()) {
            const std::size_t variable = matrix.questions().find(key).value();
            const auto& object = cell.as_object();
            matrix.set(variable, matrix.find_code(std::string_view(code)).value(),
                       read_answer(matrix.questions().at(variable), object.at("value")).value(),
                       parse_strength(text_at(object, "strength")).value());
        }
    return matrix;
}

Convergence on(const Matrix& matrix, const char* key) {
    return convergence_of(matrix, matrix.questions().find(key).value());
}

TEST(Convergence, of_the_replies_in_A_78_76) {
    const Matrix matrix = real_coding();
    ASSERT_EQ(matrix.states(), 37U);
    const Convergence frequency = on(matrix, "plenary_frequency");
    EXPECT_EQ(shown_largest(matrix, frequency),
              "annual: AUS BEL CAN CHL CZE DNK ECU EST FIN FRA DEU ITA JPN LVA MKD CHE UKR GBR USA");
    EXPECT_EQ(shown_cleavage(matrix, frequency),
              "annual: AUS BEL CAN CHL CZE DNK ECU EST FIN FRA DEU ITA JPN LVA MKD CHE UKR GBR USA | "
              "other: COL NLD NOR");
    EXPECT_EQ(shown_change(matrix, frequency), "annual, 19 of 13 already: = 0");
    const Convergence interval = on(matrix, "review_conference_interval_years");
    EXPECT_EQ(shown_largest(matrix, interval), "4: AUS BEL SLV FRA DEU ITA CHE UKR GBR USA");
    EXPECT_EQ(shown_cleavage(matrix, interval),
              "4: AUS BEL SLV FRA DEU ITA UKR GBR USA | 6: EGY | between: CHE");
    EXPECT_EQ(interval.answered, 11U);
    const Convergence vote = on(matrix, "stakeholder_vote_on_objection");
    EXPECT_EQ(shown_cleavage(matrix, vote), "no: AUS EGY SLV SGP CHE | yes: DEU GBR USA");
    EXPECT_EQ(vote.agreement.pairs, 28U);
    EXPECT_EQ(vote.agreement.compatible, 13U);
    const Convergence rule = on(matrix, "decision_rule");
    EXPECT_EQ(shown_cleavage(matrix, rule),
              "consensus: CHL CUB CZE DNK ECU EST FIN LVA NLD NOR PAK PHL RUS SWE GBR USA | "
              "consensus_partial: BEL FRA DEU ITA MCO");
}

} // namespace
} // namespace poa::views
