package org.qipan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout prints around every page.
 *
 * @param staff name of the person, null on public pages
 * @param posts titles of the posts held
 * @param path of this page, without what was asked for on it
 * @param otherLanguage address of this page in the other language
 * @param expired whether a request was refused because the log-in it was written under is over
 * @param large whether the person chose large type
 * @param sheets name of the style sheet of all modules
 * @param scripts name of the script of all modules
 */
record Frame(
        @Nullable String staff,
        List<String> posts,
        List<Menu.Item> menu,
        String path,
        String language,
        String otherLanguage,
        boolean expired,
        boolean large,
        String largeToggle,
        String sheets,
        String scripts) {}
