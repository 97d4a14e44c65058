// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/export_folder.hpp"

#include <algorithm>

namespace poa::national_reports {

std::filesystem::path ExportFolder::begin(const std::string& ending) {
    const std::scoped_lock lock(mutex_);
    while (files_.size() >= files_max) {
        std::error_code ignored;
        std::filesystem::remove(files_.front(), ignored);
        files_.pop_front();
    }
    return files_.emplace_back(folder_.path() / (std::to_string(++made_) + "." + ending));
}

std::optional<std::filesystem::path>
ExportFolder::file(const std::string& ending, FunctionRef<void(const std::filesystem::path&)> write) {
    if (!running_.try_acquire()) return std::nullopt;
    struct Release {
        std::counting_semaphore<at_once>& running;
        ~Release() { running.release(); }
    } release{running_};
    std::filesystem::path path = begin(ending);
    write(path);
    return path;
}

} // namespace poa::national_reports
