// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/passages_digest.hpp"

#include <string>

namespace poa::documents {

PassagesDigest::PassagesDigest() {
    stream_.add(bytes_of("poa passages v1\n"));
}

void PassagesDigest::add_text(std::string_view text) {
    stream_.add(bytes_of(std::to_string(text.size()) + ":"));
    stream_.add(bytes_of(text));
    stream_.add(bytes_of(","));
}

void PassagesDigest::add_number(std::int64_t number) {
    add_text(std::to_string(number));
}

void PassagesDigest::add(const PassageColumns& passage) {
    for (std::int64_t number : {passage.place, passage.kind, passage.level}) add_number(number);
    for (std::string_view text : {passage.anchor, passage.label, passage.number, passage.reply,
                                  passage.section, passage.text, passage.marks})
        add_text(text);
    add_text(passage.page ? std::to_string(*passage.page) : std::string());
    for (std::string_view text : {passage.lines, passage.joined}) add_text(text);
    stream_.add(bytes_of("\n"));
}

} // namespace poa::documents
