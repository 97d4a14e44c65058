// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/queries_readable.hpp"

#include "base/text.hpp"

namespace poa::documents {

bool may_read(const Reader& reader, const Document& document) {
    return document.audience >= reader.least() ||
           std::ranges::find(reader.bodies(), document.submitted_by) != reader.bodies().end();
}

void readable_inside::each(storage::Session& session, const Reader& reader, const storage::Query& query,
                           std::vector<storage::Parameter> parameters,
                           FunctionRef<void(const storage::Row&)> on_row) {
    int first = static_cast<int>(parameters.size()) + 1;
    std::string text = replace_all(std::string(query.text), "{readable}",
                                   reader.condition("d.audience", "d.submitted_by", first));
    parameters.emplace_back(reader.least());
    for (const std::string& body : reader.bodies()) parameters.emplace_back(body);
    session.each_with({query.name, text}, parameters, on_row);
}

} // namespace poa::documents
