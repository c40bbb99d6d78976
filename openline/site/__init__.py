"""The site: a record on a day as a folder of pages, for any web server and without one.

    write_site(Site(brief), Folder(path))

Every page is readable without scripts; nothing is asked for outside the folder.
"""
