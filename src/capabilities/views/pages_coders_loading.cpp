// SPDX-License-Identifier: Apache-2.0
// How far two coders agree: over the cells both kept a reading of.
#include "capabilities/views/agreement.hpp"
#include "capabilities/views/pages_matrix_loading.hpp"

#include <algorithm>
#include <map>

namespace poa::views {
namespace {

using Place = std::pair<std::size_t, std::size_t>; // variable, actor

std::map<Place, Reading> readings_of(const Loading& at, std::string_view coder) {
    const Matrix& matrix = at.standing.matrix;
    std::map<Place, Reading> readings;
    for (const store::CodersReading& each : store::readings_by(at.session, matrix.questions(), coder)) {
        auto variable = matrix.questions().find(each.variable);
        auto actor = matrix.find_actor(each.actor);
        if (variable && actor) readings[{*variable, *actor}] = {each.reading.answer, each.reading.strength};
    }
    return readings;
}

AgreementRow row_of(const CoderAgreement& agreement, const Variable* question, const Loading& at) {
    AgreementRow row;
    if (question != nullptr) {
        row.question = question->key;
        row.label = Labels::shipped().question(*question, at.visit.in.code());
    }
    row.cells = static_cast<std::int64_t>(agreement.answers.cells);
    row.same = row.cells - std::ranges::count_if(agreement.disagreements,
                                                 [](const Disagreement& each) { return each.in_answer; });
    row.answers = agreement.answers.kappa;
    row.strengths = agreement.strengths.kappa;
    return row;
}

DisagreementRow row_of(const DoubleReading& cell, const Loading& at) {
    const Matrix& matrix = at.standing.matrix;
    const Variable& question = matrix.questions().at(cell.variable);
    const PositionActor& actor = matrix.actors()[cell.actor];
    auto words = [&](const Reading& reading) {
        return reading.answer ? answer_in(at.visit, question, *reading.answer) : std::string();
    };
    return {actor.code,
            name_in(at, actor),
            question.key,
            std::string(Labels::shipped().question(question, at.visit.in.code())),
            words(cell.first),
            std::string(name_of(cell.first.strength)),
            words(cell.second),
            std::string(name_of(cell.second.strength)),
            position_url(actor.code, question.key).text()};
}

/// The cells both read; what only one read is counted.
std::vector<DoubleReading> read_by_both(const Loading& at, CodersPage& page) {
    const auto first = readings_of(at, page.first), second = readings_of(at, page.second);
    std::vector<DoubleReading> cells;
    for (const auto& [place, reading] : first)
        if (auto other = second.find(place); other != second.end())
            cells.push_back({place.first, place.second, reading, other->second});
    page.read_by_one = static_cast<std::int64_t>(first.size() + second.size() - 2 * cells.size());
    return cells;
}

} // namespace

Result<CodersPage> load_coders(const Loading& at, const CodersQuery& query) {
    CodersPage page;
    const std::vector<std::string> names = store::coders(at.session);
    for (const std::string& asked : {query.first, query.second})
        if (!asked.empty() && std::ranges::find(names, asked) == names.end())
            return refuse(Refusal::Kind::not_found, "views.no_such_coder");
    for (const std::string& name : names)
        page.coders.push_back(
            {name, static_cast<std::int64_t>(
                       store::readings_by(at.session, at.standing.questions(), name).size())});
    auto another = [&](const std::string& than) {
        auto found = std::ranges::find_if(names, [&](const std::string& name) { return name != than; });
        return found == names.end() ? std::string() : *found;
    };
    if (names.size() < 2) return page;
    page.first = query.first.empty() ? another(query.second) : query.first;
    page.second = query.second.empty() || query.second == page.first ? another(page.first) : query.second;
    const std::vector<DoubleReading> cells = read_by_both(at, page);
    const CodersAgreement agreement = agreement_of_coders(at.standing.questions(), cells);
    page.whole = row_of(agreement.whole, nullptr, at);
    for (const QuestionAgreement& each : agreement.questions)
        page.questions.push_back(row_of(each.agreement, &at.standing.questions().at(each.variable), at));
    for (const Disagreement& each : agreement.whole.disagreements)
        page.rows.push_back(row_of(cells[each.cell], at));
    return page;
}

} // namespace poa::views
