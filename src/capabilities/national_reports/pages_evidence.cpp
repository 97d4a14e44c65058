// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_evidence.hpp"

#include "capabilities/national_reports/evidence.hpp"
#include "capabilities/national_reports/pages_reports_drawing.hpp"

namespace poa::national_reports {

std::vector<EvidenceRow> evidence_rows(const Answer& answer, const std::string& place) {
    std::vector<EvidenceRow> rows;
    for (const AnswerFile& file : answer.files)
        rows.push_back({file.name, file.content_type, file.digest.hex(), file.bytes,
                        place + "/evidence/" + file.digest.hex()});
    return rows;
}

web::Html evidence_list(const std::vector<EvidenceRow>& files, const web::Visit& visit) {
    using namespace web::html;
    const auto& in = visit.in;
    web::Html list;
    for (const EvidenceRow& file : files) {
        const EvidenceKind* kind = find_evidence_kind(file.content_type);
        list += li(a(href(web::Url::same_site(file.address).value()), bdi(file.name)), " ",
                   small(css("muted"), kind != nullptr ? kind->title : std::string_view(), ", ",
                         in.tr_n("{n} byte", "{n} bytes", file.bytes), ", SHA-256 ", code(file.sha256)));
    }
    return when(!files.empty(), [&] { return ul(css("evidence"), list); });
}

} // namespace poa::national_reports
