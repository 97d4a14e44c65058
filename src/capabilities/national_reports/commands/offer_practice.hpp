// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct OfferPractice {
    Id<NationalReport> report;
    std::string question;
    std::string choice;   ///< "offer", or "keep" it out of the library
    std::string title;    ///< as the library lists it; needed to offer
    std::string language; ///< of title and answer
};
[[nodiscard]] const Input<OfferPractice>& input_of(Of<OfferPractice>);

/// The State agrees that a practice or lesson of its report stands in the library of practices, under the
/// item of the framework that its question has, while a release that everybody may read has it; or takes
/// that back. Where such a release stands it is done at once. Records "national_reports.offer_practice" for
/// the own delegation (question, choice); what comes into the library is recorded as the library does.
/// Refuses as act_on_report; (not_found) "national_reports.no_such_question"; (rule)
/// "national_reports.not_a_practice", "national_reports.practice_not_public"; (bad_input)
/// "national_reports.title_needed".
[[nodiscard]] Result<KeptReport> offer_practice(ledger::Work& work, const identity::Actor& actor,
                                                const OfferPractice& request);

} // namespace poa::national_reports
