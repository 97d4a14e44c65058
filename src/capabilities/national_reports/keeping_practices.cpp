// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping_practices.hpp"

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/national_reports/practices.hpp"
#include "capabilities/national_reports/store_practices.hpp"

namespace poa::national_reports {
namespace {

acquis::PracticeFromReport practice_of(const KeptReport& report, const Survey& survey,
                                       const OfferedPractice& offered, std::string text,
                                       std::int64_t person) {
    const Shown title = survey.title.in(offered.language);
    acquis::PracticeFromReport made;
    made.item = survey.find(offered.question)->item;
    made.state = report.state;
    made.title = offered.title;
    made.language = offered.language;
    made.text = std::move(text);
    made.source = std::string(title.text) + ", " + std::to_string(report.year);
    made.origin = "/reports/" + report.state + "/" + std::to_string(report.year);
    made.person = person;
    return made;
}

} // namespace

void keep_practices(ledger::Work& work, const KeptReport& report, const Survey& survey,
                    std::span<const ReleasedAnswer> release, std::int64_t person) {
    for (const OfferedPractice& offered : store::practices(work.session(), report.id)) {
        std::string text = text_to_offer(survey, release, offered.question, offered.language);
        const auto known = offered.note == 0 ? std::nullopt : std::optional(Id<acquis::Note>{offered.note});
        if (text.empty()) {
            if (known) acquis::drop_practice(work, *known, person);
            store::set_practice_note(work.session(), report.id, offered.question, 0);
            continue;
        }
        const Id<acquis::Note> note =
            acquis::keep_practice(work, known, practice_of(report, survey, offered, std::move(text), person));
        store::set_practice_note(work.session(), report.id, offered.question, note.number);
    }
}

void drop_offer(ledger::Work& work, const KeptReport& report, std::string_view question,
                std::int64_t person) {
    for (const OfferedPractice& offered : store::practices(work.session(), report.id))
        if (offered.question == question && offered.note != 0)
            acquis::drop_practice(work, Id<acquis::Note>{offered.note}, person);
    store::take_back_practice(work.session(), report.id, question);
}

} // namespace poa::national_reports
