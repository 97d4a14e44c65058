// SPDX-License-Identifier: Apache-2.0
// Who could live with what, on the coding of the replies in A/78/76.
#include "base/json_value.hpp"
#include "convergence_tables.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace poa::views {
namespace {

using namespace convergence_tables;

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
