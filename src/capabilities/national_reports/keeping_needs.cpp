// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping_needs.hpp"

#include "capabilities/national_reports/store_needs.hpp"

namespace poa::national_reports {

void keep_needs(ledger::Work& work, const KeptReport& report, const Survey& survey,
                std::span<const ReleasedAnswer> release) {
    for (NeedEntry& entry : needs_in(survey, release)) {
        KeptNeed need{
            {}, report.id,      report.state, report.year, survey.key, std::move(entry), NeedStage::open,
            {}, report.release, work.now()};
        store::put_need(work.session(), need, work.now());
    }
    store::remove_needs(work.session(), report.id, report.release, work.now());
}

void drop_needs(ledger::Work& work, Id<NationalReport> report) {
    store::remove_needs(work.session(), report, 0, work.now());
}

} // namespace poa::national_reports
