// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/queries_progress.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

// Every release has a row, also where it leaves the question out: that a revision took an answer back must
// be known.
constexpr Query of_question{
    "national_reports.progress_question",
    "SELECT r.state, r.year, r.id, l.number, l.at, l.withdrawn_at, a.answer, a.audience, a.counted, "
    "a.parties "
    "FROM national_reports_survey s JOIN national_reports_report r ON r.survey = s.id "
    "JOIN national_reports_release l ON l.report = r.id "
    "LEFT JOIN national_reports_released a ON a.report = l.report AND a.number = l.number "
    "AND a.question = $2 WHERE s.key = $1 AND r.year BETWEEN $3 AND $4"};

constexpr Query received{
    "national_reports.progress_received",
    "SELECT r.state, r.year, MIN(l.at) FROM national_reports_report r "
    "JOIN national_reports_release l ON l.report = r.id "
    "WHERE r.year BETWEEN $1 AND $2 AND EXISTS (SELECT 1 FROM national_reports_release n "
    "WHERE n.report = r.id AND n.number = r.release AND n.withdrawn_at IS NULL) "
    "GROUP BY r.id, r.state, r.year ORDER BY r.year, r.state, MIN(l.at)"};

constexpr Query last_year{
    "national_reports.progress_last_year",
    "SELECT MAX(r.year) FROM national_reports_report r JOIN national_reports_release n ON n.report = r.id "
    "AND n.number = r.release WHERE n.withdrawn_at IS NULL AND r.year <= $1"};

// A page of releases at a time, each from where the last one ended: however many reports there are, no more
// than a page of them is in hand.
constexpr std::int64_t releases_a_page = 64;
constexpr Query releases_seen{
    "national_reports.progress_releases",
    "SELECT r.id, r.state, r.year, s.key, s.version, r.release "
    "FROM national_reports_report r JOIN national_reports_survey s ON s.id = r.survey "
    "JOIN national_reports_release l ON l.report = r.id AND l.number = r.release "
    "WHERE l.withdrawn_at IS NULL AND r.year BETWEEN $1 AND $2 "
    "AND (r.year, r.state, s.key, r.id) > ($3, $4, $5, $6) "
    "ORDER BY r.year, r.state, s.key, r.id LIMIT $7"};
constexpr Query answers_seen{"national_reports.progress_answers",
                             "SELECT question, answer, audience, parties FROM national_reports_released "
                             "WHERE report = $1 AND number = $2 ORDER BY ordinal"};

struct SeenRelease {
    std::int64_t report = 0;
    std::string state;
    std::int64_t year = 0;
    std::string survey;
    std::int64_t version = 0, number = 0;
};

/// What was chosen, from the text form of an answer. It stands first there (text_of), so that for figures
/// over thousands of answers the rest need not be read; whatever looks otherwise is read whole.
std::vector<std::string> chosen_in(std::string_view text) {
    constexpr std::string_view beginning = "{\"chosen\":[\"";
    const std::size_t end = text.find("\"]");
    if (text.starts_with(beginning) && end != std::string_view::npos) {
        const std::string_view inside = text.substr(beginning.size(), end - beginning.size());
        if (inside.find('\\') == std::string_view::npos) {
            std::vector<std::string> chosen;
            for (std::size_t from = 0; from <= inside.size();) {
                const std::size_t to = std::min(inside.find("\",\"", from), inside.size());
                chosen.emplace_back(inside.substr(from, to - from));
                from = to + 3;
            }
            return chosen;
        }
    }
    auto answer = parse_answer(text);
    require(answer.has_value(), "an answer as it was released");
    return std::move(answer->chosen);
}

ReleaseRow read_release(const Row& row) {
    ReleaseRow release{
        row.string(0), row.integer(1), row.integer(2), row.integer(3), row.instant(4), {}, {}, {}};
    release.withdrawn_at = row.maybe(5, [](const Row& r, int c) { return r.instant(c); });
    if (row.is_null(6)) return release;
    release.chosen = chosen_in(row.text(6));
    release.sharing.audience = static_cast<Audience>(row.integer(7));
    release.sharing.counted = row.truth(8);
    release.sharing.parties = parties_of(row.text(9));
    return release;
}

void each_answer_of(Session& session, const identity::Reader& reader, const SeenRelease& release,
                    FunctionRef<void(const SeenAnswer&)> take) {
    const std::string owner = "state:" + release.state;
    session.each(
        answers_seen,
        [&](const Row& row) {
            if (!reader.may_see(static_cast<Audience>(row.integer(2)), owner, parties_of(row.text(3))))
                return;
            auto answer = parse_answer(row.text(1));
            require(answer.has_value(), "an answer as it was released");
            take({release.state, release.year, release.survey, release.version, row.string(0), *answer});
        },
        release.report, release.number);
}

} // namespace

std::vector<std::string> parties_of(std::string_view column) {
    std::vector<std::string> parties;
    if (!column.empty())
        for (std::string_view party : split(column, ',')) parties.emplace_back(party);
    return parties;
}

std::vector<ReleaseRow> releases_of(Session& session, std::string_view survey, std::string_view question,
                                    YearSpan years) {
    return session.all(of_question, read_release, survey, question, years.first, years.last);
}

std::vector<std::vector<ReleaseRow>> rows_of(Session& session, const Indicator& indicator, YearSpan years) {
    std::vector<std::vector<ReleaseRow>> rows;
    for (const IndicatorSource& source : indicator.sources)
        rows.push_back(releases_of(session, source.survey, source.question, years));
    return rows;
}

std::vector<ReceivedReport> received_reports(Session& session, YearSpan years) {
    return session.all(
        received,
        [](const Row& row) {
            return ReceivedReport{row.string(0), row.integer(1), row.instant(2)};
        },
        years.first, years.last);
}

std::optional<std::int64_t> last_year_reported(Session& session, std::int64_t until) {
    return session.number(last_year, until);
}

void each_answer_seen(Session& session, const identity::Reader& reader, YearSpan years,
                      FunctionRef<void(const SeenAnswer&)> take) {
    const auto read = [](const Row& row) {
        return SeenRelease{row.integer(0), row.string(1),  row.integer(2),
                           row.string(3),  row.integer(4), row.integer(5)};
    };
    SeenRelease last;
    last.year = years.first - 1;
    for (;;) {
        const auto page = session.all(releases_seen, read, years.first, years.last, last.year, last.state,
                                      last.survey, last.report, releases_a_page);
        for (const SeenRelease& release : page) each_answer_of(session, reader, release, take);
        if (std::ssize(page) < releases_a_page) return;
        last = page.back();
    }
}

Sees seen_by(const identity::Reader& reader) {
    return [reader](const AnswerEvent& event) {
        // Most answers are decided without their owner; a figure asks this for each of thousands.
        if (event.sharing.audience >= reader.least()) return true;
        if (reader.bodies().empty()) return false;
        return reader.may_see(event.sharing.audience, "state:" + event.state, event.sharing.parties);
    };
}

GroupOf groups_on(const members::Register& states, Day day) {
    return [&states, day](const std::string& code) -> std::string {
        const members::State* state = states.by_iso3(code);
        const members::Membership* group = state == nullptr ? nullptr : state->electoral_group(day);
        return group == nullptr ? std::string() : group->group;
    };
}

std::vector<std::string> states_in_turn(const members::Register& states, Day day) {
    std::vector<std::string> codes;
    for (const members::State* state : states.states_on(day, members::Language::en))
        if (state->status == members::Status::member) codes.emplace_back(state->iso3.text());
    std::ranges::sort(codes);
    return codes;
}

} // namespace poa::national_reports
