// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/queries_asked.hpp"

#include <algorithm>

namespace poa::national_reports {

const ReleasedAnswer* answer_in(const ReadableRelease& release, std::string_view question) {
    const auto found = std::ranges::find(release.answers, question, &ReleasedAnswer::question);
    return found == release.answers.end() ? nullptr : &*found;
}

std::vector<AskedQuestion> asked_about(storage::Session& session, const ReadableRelease& release) {
    auto all = store::asked_of(session, release.report.id);
    std::erase_if(all, [&](const AskedQuestion& one) { return answer_in(release, one.question) == nullptr; });
    return all;
}

} // namespace poa::national_reports
