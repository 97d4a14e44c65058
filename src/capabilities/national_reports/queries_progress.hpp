// SPDX-License-Identifier: Apache-2.0
#pragma once
// Releases as figures need them: by question, by year.

#include "base/function_ref.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/cycle.hpp"
#include "capabilities/national_reports/progress.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

struct YearSpan {
    std::int64_t first = 2000, last = 2200; ///< both included
};

/// Every release to that survey for these years, with its answer to the question.
[[nodiscard]] std::vector<ReleaseRow> releases_of(storage::Session& session, std::string_view survey,
                                                  std::string_view question, YearSpan years);
/// For series_of: the rows of each source.
[[nodiscard]] std::vector<std::vector<ReleaseRow>> rows_of(storage::Session& session,
                                                           const Indicator& indicator, YearSpan years);

/// Reports that were submitted and stand, of those years, by year, State and time; a State's several reports
/// for one year (to several surveys) are as many.
[[nodiscard]] std::vector<ReceivedReport> received_reports(storage::Session& session, YearSpan years);

/// The newest year up to `until` for which a report stands.
[[nodiscard]] std::optional<std::int64_t> last_year_reported(storage::Session& session, std::int64_t until);

/// An answer of the newest release of a report that stands.
struct SeenAnswer {
    std::string state;
    std::int64_t year = 0;
    std::string survey; ///< key
    std::int64_t version = 0;
    std::string question;
    Answer answer;
};
/// Those the reader may see, one after the other, by year, State, survey and place in the survey. However
/// many there are, a page of releases and the answers of one are held.
void each_answer_seen(storage::Session& session, const identity::Reader& reader, YearSpan years,
                      FunctionRef<void(const SeenAnswer&)> take);

/// Those an answer was shared with, as a release keeps them: by comma.
[[nodiscard]] std::vector<std::string> parties_of(std::string_view column);

/// What this reader may see of answers: by the audience each has, and who it was shared with.
[[nodiscard]] Sees seen_by(const identity::Reader& reader);
/// The group a State is counted in when seats are filled, on that day; empty where it has none. Refers to the
/// register.
[[nodiscard]] GroupOf groups_on(const members::Register& states, Day day);

/// Member States of that day by code: the order of their turns, as the charter's own pages have it.
[[nodiscard]] std::vector<std::string> states_in_turn(const members::Register& states, Day day);

} // namespace poa::national_reports
