// SPDX-License-Identifier: Apache-2.0
// Only the precompiled header lives here (cmake/pch.hpp).
