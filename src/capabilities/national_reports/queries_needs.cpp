// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/queries_needs.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/keeping.hpp"

#include <fmt/format.h>

namespace poa::national_reports {
namespace {

using storage::Parameter;
using storage::Row;
using storage::Session;

// A newer report of the State to the same survey says what it needs now.
constexpr std::string_view filtered =
    "FROM national_reports_need n WHERE n.gone_at IS NULL AND {readable} AND ($1 = '' OR n.item = $1) "
    "AND ($2 = '' OR n.area = $2) AND ($3 = '' OR $3 LIKE '%,' || n.state || ',%') "
    "AND (n.stage = $4 OR $4 < 0) AND (n.year = $5 OR ($5 = 0 AND NOT EXISTS (SELECT 1 FROM "
    "national_reports_report r JOIN national_reports_survey s ON s.id = r.survey "
    "JOIN national_reports_release l ON l.report = r.id AND l.number = r.release "
    "WHERE r.state = n.state AND r.year > n.year AND s.key = n.survey AND l.withdrawn_at IS NULL)))";

/// "$8, $9, $10"
std::string places(std::size_t first, std::size_t count) {
    std::vector<std::string> marks;
    for (std::size_t i = 0; i < count; ++i) marks.push_back(fmt::format("${}", first + i));
    return join(marks, ", ");
}

/// The condition under which a reader sees a need; its parameters begin at `first`.
std::string readable(const identity::Reader& reader, std::size_t first) {
    const std::size_t bodies = reader.bodies().size();
    if (bodies == 0) return fmt::format("(n.audience >= ${} AND n.stage <> 2)", first);
    const std::string own = fmt::format("('state:' || n.state) IN ({})", places(first + 1, bodies));
    return fmt::format("({} OR (n.stage <> 2 AND (n.audience >= ${} OR (n.audience = 1 AND EXISTS (SELECT 1 "
                       "FROM national_reports_need_party p WHERE p.need = n.id AND p.party IN ({}))))))",
                       own, first, places(first + 1, bodies));
}

/// A query with the filter's parameters first, then `more`, then those of the reader.
class Asked {
  public:
    Asked(const identity::Reader& reader, const NeedFilter& filter) : reader_(reader), filter_(filter) {
        if (!filter.states) return;
        states_ = ",";
        for (const std::string& state : *filter.states) states_ += state + ",";
    }
    template <class Read>
    auto all(Session& session, std::string_view name, std::string text, std::vector<Parameter> more,
             Read read) const {
        std::vector<Parameter> parameters{
            filter_.item, filter_.area, states_,
            filter_.stage ? static_cast<std::int64_t>(*filter_.stage) : std::int64_t{-1}, filter_.year};
        parameters.insert(parameters.end(), more.begin(), more.end());
        text = replace_all(std::move(text), "{readable}", readable(reader_, parameters.size() + 1));
        parameters.emplace_back(reader_.least());
        for (const std::string& body : reader_.bodies()) parameters.emplace_back(body);
        std::vector<decltype(read(std::declval<const Row&>()))> found;
        session.each_with({name, text}, parameters, [&](const Row& row) { found.push_back(read(row)); });
        return found;
    }

  private:
    const identity::Reader& reader_;
    const NeedFilter& filter_;
    std::string states_;
};

} // namespace

std::vector<KeptNeed> needs_for(Session& session, const identity::Reader& reader, const NeedFilter& filter,
                                Id<Need> before, int count) {
    return Asked(reader, filter)
        .all(session, "national_reports.needs",
             "SELECT " POA_NEED_COLUMNS " " + std::string(filtered) +
                 " AND (n.id < $6 OR $6 = 0) ORDER BY n.id DESC LIMIT $7",
             {before, count}, store::read_need);
}

std::vector<NeedTally> tally_needs(Session& session, const identity::Reader& reader,
                                   const NeedFilter& filter) {
    return Asked(reader, filter)
        .all(session, "national_reports.need_tally",
             "SELECT n.state, n.area, COUNT(*) " + std::string(filtered) +
                 " GROUP BY n.state, n.area ORDER BY n.state, n.area",
             {}, [](const Row& row) {
                 return NeedTally{row.string(0), row.string(1), row.integer(2)};
             });
}

std::optional<KeptNeed> need_for(Session& session, const identity::Reader& reader, Id<Need> id) {
    auto need = store::need(session, id);
    if (!need) return std::nullopt;
    const std::string owner = "state:" + need->state;
    const Audience audience =
        need->stage == NeedStage::withdrawn ? Audience::own_delegation : need->entry.sharing.audience;
    if (!reader.may_see(audience, owner, need->entry.sharing.parties)) return std::nullopt;
    return need;
}

std::string words_of(Session& session, const KeptNeed& need, std::string_view language) {
    const auto report = store::report(session, need.report);
    const auto survey = survey_of(session, report->survey);
    if (const Question* question = survey->find(need.entry.question))
        for (const Option& option : survey->choices_of(*question))
            if (option.key == need.entry.entry) return std::string(option.label.in(language).text);
    return need.entry.words;
}

} // namespace poa::national_reports
