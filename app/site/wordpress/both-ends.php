<?php
/**
 * Plugin Name:       Both Ends
 * Description:       A block that shows a private check-up for people who run social media. It asks nobody for anything.
 * Version:           {version}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 */

if (!defined('ABSPATH')) {
    exit;
}

/** What the builder of the site knows: its address, languages and their words. */
function both_ends_site() {
    static $site;
    return $site ??= json_decode(file_get_contents(__DIR__ . '/site.json'), true);
}

/** Where the check-up stands, with a slash at its end; '' while nobody has said so. */
function both_ends_address() {
    return get_option('both_ends_address') ?: both_ends_site()['address'];
}

/** The language of ours that is nearest to one of WordPress, such as fr_CA. */
function both_ends_language($locale) {
    $site = both_ends_site();
    for ($tag = strtolower(strtr($locale, '_', '-')); $tag !== ''; $tag = substr($tag, 0, (int) strrpos($tag, '-'))) {
        if (isset($site['languages'][$tag])) {
            return $tag;
        }
    }
    return $site['usual'];
}

function both_ends_words() {
    return both_ends_site()['languages'][both_ends_language(get_user_locale())]['words'];
}

/**
 * An address can run scripts in every page that shows the block, so it is no attribute of
 * the block, which every author can set, but a setting of the site's administrators.
 */
function both_ends_clean_address($text) {
    $text = trim((string) $text);
    if ($text === '') {
        return '';
    }
    if (!preg_match('~^https?://[^\s/?#@"\'<>]+(/[^\s?#"\'<>]*)?$~i', $text)) {
        add_settings_error('both_ends_address', 'both_ends_address', esc_html(both_ends_words()['embed.block.wrong']));
        return get_option('both_ends_address', '');
    }
    return trailingslashit(esc_url_raw($text, ['http', 'https']));
}

add_action('admin_init', function () {
    register_setting('general', 'both_ends_address', ['type' => 'string', 'default' => '', 'sanitize_callback' => 'both_ends_clean_address']);
    add_settings_field('both_ends_address', esc_html(both_ends_words()['name']), function () {
        printf(
            '<input type="url" class="regular-text code" id="both_ends_address" name="both_ends_address" value="%s" placeholder="%s" aria-describedby="both_ends_what"><p class="description" id="both_ends_what">%s</p>',
            esc_attr(get_option('both_ends_address', '')),
            esc_attr(both_ends_site()['address'] ?: 'https://example.org/'),
            esc_html(both_ends_words()['embed.block.address'])
        );
    }, 'general', 'default', ['label_for' => 'both_ends_address']);
});

add_action('init', function () {
    $words = both_ends_words();
    wp_register_script('both-ends-editor', plugins_url('editor.js', __FILE__), ['wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element'], '{version}', true);
    wp_add_inline_script('both-ends-editor', 'window.bothEndsBlock = ' . wp_json_encode([
        'address' => both_ends_address(),
        'page' => both_ends_language(get_locale()),
        'words' => $words,
    ] + both_ends_site()) . ';', 'before');
    register_block_type('both-ends/check-up', [
        'api_version' => 2,
        'title' => $words['name'],
        'description' => $words['embed.frame'],
        'category' => 'embed',
        'icon' => 'clipboard',
        'keywords' => ['both ends', 'check-up'],
        'attributes' => array_fill_keys(['lang', 'page', 'theme', 'accent', 'country', 'load'], ['type' => 'string', 'default' => '']),
        'supports' => ['html' => false, 'align' => ['wide', 'full']],
        'editor_script' => 'both-ends-editor',
        'render_callback' => 'both_ends_render',
    ]);
});

/** The element that embed.js of the check-up fills; a link for those without scripts. */
function both_ends_render($attributes) {
    $address = both_ends_address();
    if ($address === '') {
        return '';
    }
    $site = both_ends_site();
    $lang = $attributes['lang'] ?? '';
    $language = $site['languages'][$lang] ?? $site['languages'][both_ends_language(get_locale())];
    $view = ($attributes['page'] ?? '') === 'ad' ? 'ad' : 'checkUp';
    $link = sprintf('<a href="%s">%s</a>', esc_url($address . $language[$view]), esc_html($language['words']['embed.frame']));
    if (is_feed()) {
        return '<p>' . $link . '</p>';
    }
    $said = '';
    foreach (['lang', 'page', 'theme', 'accent', 'country', 'load'] as $name) {
        if (!empty($attributes[$name])) {
            $said .= sprintf(' %s="%s"', $name, esc_attr($attributes[$name]));
        }
    }
    wp_enqueue_script('both-ends', $address . 'embed.js', [], null, true);
    return sprintf('<div %s><both-ends%s>%s</both-ends></div>', get_block_wrapper_attributes(), $said, $link);
}
