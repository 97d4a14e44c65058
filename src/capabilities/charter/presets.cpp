// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/presets.hpp"

#include "capabilities/charter/preset_files.hpp"

#include <algorithm>
#include <mutex>
#include <optional>

namespace poa::charter {

struct Presets::Kept {
    std::string_view text;
    std::once_flag read, assembled;
    std::optional<CharterFile> file;
    std::optional<Charter> whole;
};

Presets::Presets() {
    for (const Embedded& file : preset_files()) ids_.emplace_back(file.path.substr(0, file.path.rfind('.')));
    std::ranges::sort(ids_, {}, [](const std::string& id) { return std::pair(id != agreed_charter, id); });
    require(!ids_.empty() && ids_.front() == agreed_charter, "the agreed charter is shipped");
    for (const std::string& id : ids_) {
        kept_.push_back(std::make_unique<Kept>());
        kept_.back()->text = find_embedded(preset_files(), id + ".yaml")->content;
    }
}

Presets::~Presets() = default;

const Presets& Presets::shipped() {
    static const Presets made;
    return made;
}

Presets::Kept* Presets::kept(std::string_view id) const {
    auto found = std::ranges::find(ids_, id);
    return found == ids_.end() ? nullptr : kept_[static_cast<std::size_t>(found - ids_.begin())].get();
}

const CharterFile* Presets::file(std::string_view id) const {
    Kept* one = kept(id);
    if (one == nullptr) return nullptr;
    std::call_once(one->read, [&] {
        auto read = read_charter(one->text);
        require(read.has_value(), "a shipped charter reads without problems");
        require(read->head.id == id, "a shipped charter is called as its file");
        one->file = std::move(*read);
    });
    return &*one->file;
}

const Charter* Presets::find(std::string_view id) const {
    const CharterFile* read = file(id);
    if (read == nullptr) return nullptr;
    Kept* one = kept(id);
    std::call_once(one->assembled, [&] {
        auto whole = assemble(*read);
        require(whole.has_value(), "a shipped charter says something on every clause");
        one->whole = std::move(*whole);
    });
    return &*one->whole;
}

std::vector<const Charter*> Presets::all() const {
    std::vector<const Charter*> made;
    for (const std::string& id : ids_) made.push_back(find(id));
    return made;
}

Result<Charter> Presets::assemble(const CharterFile& file_, std::span<const CharterFile> others) const {
    return charter::assemble(file_, [&](std::string_view id) -> const CharterFile* {
        auto found = std::ranges::find(others, id, [](const CharterFile& one) { return one.head.id; });
        return found != others.end() ? &*found : file(id);
    });
}

} // namespace poa::charter
