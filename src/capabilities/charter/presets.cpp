// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/presets.hpp"

#include "base/embedded.hpp"
#include "capabilities/charter/preset_files.hpp"

#include <algorithm>

namespace poa::charter {

const Presets& Presets::shipped() {
    static const Presets made = [] {
        Presets presets;
        for (const Embedded& file : preset_files()) {
            auto read = read_charter(file.content);
            require(read.has_value(), "a shipped charter reads without problems");
            presets.files_.push_back(std::move(*read));
        }
        for (const CharterFile& file : presets.files_) {
            auto whole = presets.assemble(file);
            require(whole.has_value(), "a shipped charter says something on every clause");
            presets.charters_.push_back(std::move(*whole));
        }
        std::ranges::sort(presets.charters_, {}, [](const Charter& charter) {
            return std::pair(charter.id() != agreed_charter, charter.id());
        });
        require(!presets.charters_.empty() && presets.agreed().id() == agreed_charter,
                "the agreed charter is shipped");
        return presets;
    }();
    return made;
}

const Charter* Presets::find(std::string_view id) const {
    auto found = std::ranges::find(charters_, id, &Charter::id);
    return found == charters_.end() ? nullptr : &*found;
}

Result<Charter> Presets::assemble(const CharterFile& file, std::span<const CharterFile> others) const {
    return charter::assemble(file, [&](std::string_view id) -> const CharterFile* {
        for (std::span<const CharterFile> files : {others, std::span<const CharterFile>(files_)})
            for (const CharterFile& one : files)
                if (one.head.id == id) return &one;
        return nullptr;
    });
}

} // namespace poa::charter
