// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping_answers.hpp"

#include <algorithm>

namespace poa::national_reports {

std::string_view name_of(Kept kept) {
    switch (kept) {
    case Kept::unchanged:
        return "unchanged";
    case Kept::saved:
        return "saved";
    case Kept::merged:
        return "merged";
    case Kept::beside:
        return "beside";
    }
    return "unchanged";
}

Answer answer_seen(storage::Session& session, Id<NationalReport> report, std::string_view question,
                   const HeldAnswer& held, std::int64_t seen) {
    if (seen == held.revision) return held.answer;
    return store::answer_at(session, report, question, seen).value_or(Answer{});
}

void put_new_answer(ledger::Work& work, const ActingOn& on, std::string_view question, HeldAnswer& held,
                    Answer answer, std::int64_t seen, std::string_view origin) {
    held.answer = std::move(answer);
    ++held.revision;
    held.origin = origin;
    held.confirmed = true;
    held.changed_at = work.now();
    held.changed_by = on.person;
    store::put_answer(work.session(), on.report.id, question, held);
    AnswerVersion version;
    version.answer = held.answer;
    version.revision = held.revision;
    version.base = seen;
    version.origin = origin;
    version.at = work.now();
    version.person = on.person;
    store::add_version(work.session(), on.report.id, question, version);
}

void keep_beside(ledger::Work& work, const ActingOn& on, std::string_view question, std::int64_t seen,
                 const Answer& theirs, std::string_view origin) {
    const auto versions = store::versions(work.session(), on.report.id, question);
    const bool stands_there = std::ranges::any_of(versions, [&](const AnswerVersion& version) {
        return version.revision == 0 && !version.settled_at && version.person == on.person &&
               version.answer == theirs;
    });
    if (stands_there) return;
    AnswerVersion version;
    version.answer = theirs;
    version.base = seen;
    version.origin = origin;
    version.at = work.now();
    version.person = on.person;
    store::add_version(work.session(), on.report.id, question, version);
}

Keeping keeping_of(storage::Session& session, const ActingOn& on, const Question& question,
                   const HeldAnswer& held, std::int64_t seen, const Answer& theirs) {
    const Answer base = answer_seen(session, on.report.id, question.key, held, seen);
    if (theirs == held.answer || theirs == base) return {Kept::unchanged, held.answer};
    MergedAnswer merged = merge(question, base, held.answer, theirs);
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_answer(*on.survey, question, merged.answer, question.key, problems);
    // Two texts that are short enough may be too long together.
    if (merged.collides || !problems.reasons.empty()) return {Kept::beside, held.answer};
    if (merged.answer == held.answer) return {Kept::unchanged, held.answer};
    return {merged.answer == theirs ? Kept::saved : Kept::merged, std::move(merged.answer)};
}

KeptAnswer keep_answer(ledger::Work& work, const ActingOn& on, const Question& question,
                       const HeldAnswer& held, std::int64_t seen, const Answer& theirs,
                       std::string_view origin) {
    Keeping keeping = keeping_of(work.session(), on, question, held, seen, theirs);
    if (keeping.kept == Kept::unchanged)
        return {question.key, keeping.kept, held.revision,
                theirs == held.answer ? std::nullopt : std::optional(held.answer)};
    if (keeping.kept == Kept::beside) {
        keep_beside(work, on, question.key, seen, theirs, origin);
        return {question.key, keeping.kept, held.revision, held.answer};
    }
    HeldAnswer next = held;
    put_new_answer(work, on, question.key, next, std::move(keeping.answer), seen, origin);
    if (keeping.kept == Kept::saved) return {question.key, keeping.kept, next.revision, {}};
    return {question.key, keeping.kept, next.revision, next.answer};
}

} // namespace poa::national_reports
